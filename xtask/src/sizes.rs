//! Lengths of files and functions, measured on the syntax tree.
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A function and the lines it takes.
pub struct Function {
    /// Its name.
    pub name: String,
    /// First line.
    pub line: usize,
    /// Lines from the signature to the closing brace.
    pub lines: usize,
}

/// What one file measures.
pub struct Sizes {
    /// Lines without `#[cfg(test)]` modules.
    pub production_lines: usize,
    /// Longest inline test module.
    pub inline_test_lines: usize,
    /// All functions outside test modules.
    pub functions: Vec<Function>,
}

/// Measures a file; the text of the parse error when it is not Rust.
pub fn measure(text: &str) -> Result<Sizes, String> {
    let file = syn::parse_file(text).map_err(|e| e.to_string())?;
    let mut walk = Walk::default();
    walk.visit_file(&file);
    let total = text.lines().count();
    let tests: usize = walk.test_modules.iter().sum();
    Ok(Sizes {
        production_lines: total.saturating_sub(tests),
        inline_test_lines: walk.test_modules.iter().copied().max().unwrap_or(0),
        functions: walk.functions,
    })
}

#[derive(Default)]
struct Walk {
    functions: Vec<Function>,
    test_modules: Vec<usize>,
}

impl Walk {
    fn function(&mut self, name: &syn::Ident, start: Span, end: Span) {
        let (first, last) = (start.start().line, end.end().line);
        self.functions.push(Function { name: name.to_string(), line: first, lines: last + 1 - first });
    }
}

impl<'ast> Visit<'ast> for Walk {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_some() && is_test(&item.attrs) {
            let span = item.span();
            self.test_modules.push(span.end().line + 1 - span.start().line);
        } else {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig.ident, item.sig.span(), item.block.span());
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig.ident, item.sig.span(), item.block.span());
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig.ident, item.sig.span(), block.span());
        }
        visit::visit_trait_item_fn(self, item);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| a.path().is_ident("cfg") && a.parse_args::<syn::Ident>().is_ok_and(|i| i == "test"))
}
