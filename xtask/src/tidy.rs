//! The form that every file and crate has: the rules a reviewer would otherwise repeat.
use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::report::Report;
use crate::{Outcome, sizes, tree};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 80;
const INLINE_TEST_LINES: usize = 150;
const MODULE_HEADINGS: [&str; 6] =
    ["## Purpose", "## Words", "## Invariants", "## Public functions", "## Events", "## Tables"];

/// Marks of unfinished work and traces of one machine. Split so that this file does not contain them.
const FORBIDDEN: [(&str, &str); 10] = [
    (concat!("TO", "DO"), "unfinished work: do it or open an issue"),
    (concat!("FIX", "ME"), "unfinished work: do it or open an issue"),
    (concat!("todo", "!("), "unfinished work: do it or open an issue"),
    (concat!("unimpl", "emented!("), "unfinished work: do it or open an issue"),
    (concat!("#[all", "ow("), "use #[expect(lint, reason = \"…\")]"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("registry.npm", "js.org"), "the address of a package registry"),
    (concat!("static.crates", ".io"), "the address of a package registry"),
    (concat!("pypi", ".org"), "the address of a package registry"),
];

/// Words that belong in a few places only.
const PLACES: [(&str, &[&str], &str); 1] = [(
    concat!("Demonstration::", "load"),
    &["crates/apps/durvis/src/demo/", "crates/modules/identity/"],
    "only the command `demo` may have the invented people: whoever has them can become any of them",
)];

/// Exceptions that are argued in `xtask/tidy.toml`; the list may only shrink.
#[derive(Deserialize, Default)]
struct Exceptions {
    /// File → why it may be longer.
    #[serde(default)]
    long_file: BTreeMap<String, String>,
    /// `file::function` → why it may be longer.
    #[serde(default)]
    long_function: BTreeMap<String, String>,
}

/// Runs every rule over the whole tree.
pub fn run(root: &Path) -> Outcome {
    let mut report = Report::default();
    check(root, &tree::files(root)?, &mut report)?;
    report.finish("tidy")
}

/// All rules on these files of this tree.
pub fn check(root: &Path, files: &[String], report: &mut Report) -> Outcome {
    let mut exceptions = exceptions(root)?;
    for name in files {
        let Some(text) = tree::text(root, name) else { continue };
        words(name, &text, report);
        if name.ends_with(".rs") {
            rust(name, &text, &mut exceptions, report);
        }
        if name.ends_with("/Cargo.toml") {
            crate_readme(root, name, report);
        }
    }
    for unused in exceptions.long_file.keys().chain(exceptions.long_function.keys()) {
        report.add(format!("xtask/tidy.toml: `{unused}` needs no exception any more: take it out"));
    }
    Ok(())
}

fn exceptions(root: &Path) -> Result<Exceptions, String> {
    match tree::text(root, "xtask/tidy.toml") {
        Some(text) => toml::from_str(&text).map_err(|e| format!("xtask/tidy.toml: {e}")),
        None => Ok(Exceptions::default()),
    }
}

fn words(name: &str, text: &str, report: &mut Report) {
    if name.ends_with(".lock") || name.ends_with("LICENSE") || name.ends_with("package-lock.json") {
        return;
    }
    for (number, line) in text.lines().enumerate() {
        for (word, why) in FORBIDDEN {
            if stands_in(line, word) {
                report.add(format!("{name}:{}: `{word}`: {why}", number + 1));
            }
        }
    }
}

/// A path is meant only where one begins, not in the middle of another.
fn stands_in(line: &str, word: &str) -> bool {
    let begins = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '}');
    line.match_indices(word).any(|(at, _)| !word.starts_with('/') || begins(at))
}

fn rust(name: &str, text: &str, exceptions: &mut Exceptions, report: &mut Report) {
    if !text.starts_with("//!") && !text.starts_with("#![doc = include_str!") {
        report.add(format!("{name}: begins with neither `//!` nor its README"));
    }
    sql_in_its_place(name, text, report);
    for (word, places, why) in PLACES {
        if text.contains(word) && !places.iter().any(|place| name.starts_with(place)) {
            report.add(format!("{name}: `{word}`: {why}"));
        }
    }
    let sizes = match sizes::measure(text) {
        Ok(sizes) => sizes,
        Err(error) => return report.add(format!("{name}: {error}")),
    };
    if sizes.inline_test_lines > INLINE_TEST_LINES {
        report.add(format!("{name}: {} lines of tests inside: move them to tests.rs", sizes.inline_test_lines));
    }
    if tree::is_test(name) {
        return;
    }
    if sizes.production_lines > FILE_LINES && exceptions.long_file.remove(name).is_none() {
        report.add(format!("{name}: {} lines, at most {FILE_LINES}", sizes.production_lines));
    }
    for f in sizes.functions.iter().filter(|f| f.lines > FUNCTION_LINES) {
        if exceptions.long_function.remove(&format!("{name}::{}", f.name)).is_none() {
            report.add(format!("{name}:{}: `{}` has {} lines, at most {FUNCTION_LINES}", f.line, f.name, f.lines));
        }
    }
}

/// SeaORM stays in a module's `store/`; only storage, migrations and the measuring tool ask which database it is.
fn sql_in_its_place(name: &str, text: &str, report: &mut Report) {
    if tree::is_test(name) || name.starts_with("xtask/") {
        return;
    }
    let module = name.starts_with("crates/modules/");
    let store = name.contains("/src/store/") || name.ends_with("/src/store.rs");
    if module && !store && text.contains("sea_orm") {
        report.add(format!("{name}: SeaORM outside store/"));
    }
    let may_ask =
        ["crates/platform/storage/", "crates/platform/migrations/", "bench/"].iter().any(|p| name.starts_with(p));
    if !may_ask && ["DbBackend", "DatabaseBackend", "get_database_backend"].iter().any(|word| text.contains(word)) {
        report.add(format!("{name}: asks which database it is; only storage and migrations may"));
    }
}

fn crate_readme(root: &Path, manifest: &str, report: &mut Report) {
    let folder = manifest.trim_end_matches("/Cargo.toml");
    let readme = format!("{folder}/README.md");
    let Some(text) = tree::text(root, &readme) else {
        return report.add(format!("{readme}: missing"));
    };
    let crate_name = folder.rsplit('/').next().unwrap_or(folder);
    if !text.lines().next().is_some_and(|line| line.starts_with(&format!("# {crate_name}"))) {
        report.add(format!("{readme}: does not begin with `# {crate_name}`"));
    }
    if folder.starts_with("crates/modules/") {
        for heading in MODULE_HEADINGS.iter().filter(|h| !text.lines().any(|line| line.trim() == **h)) {
            report.add(format!("{readme}: heading `{heading}` is missing"));
        }
    }
    if folder.starts_with("crates/") {
        let lib = format!("{folder}/src/lib.rs");
        let included = tree::text(root, &lib).is_none_or(|t| t.contains("include_str!(\"../README.md\")"));
        if !included {
            report.add(format!("{lib}: does not include the README as its documentation"));
        }
    }
}
