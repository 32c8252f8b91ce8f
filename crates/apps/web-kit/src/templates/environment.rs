//! One template environment per language: functions know the language they answer in.

use std::sync::Arc;

use i18n::Catalog;
use kernel::Locale;
use minijinja::syntax::SyntaxConfig;
use minijinja::{
    AutoEscape, Environment, Error, Output, State, TemplateSource, UndefinedBehavior, Value, escape_formatter,
};

use super::{Loader, functions, prose};

/// An environment whose templates come from `loaders` (prefix, file reader) and whose texts are in `locale`.
///
/// In debug builds a changed file is read again, so that pages can be edited while the program runs.
pub(super) fn environment(
    locale: Locale,
    catalog: &Arc<Catalog>,
    loaders: &[(&'static str, Loader)],
) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_formatter(escape);
    env.set_auto_reload(cfg!(debug_assertions));
    let loaders = loaders.to_vec();
    env.set_loader(move |name| {
        let Some((prefix, path)) = name.split_once('/') else { return Ok(None) };
        let Some((_, load)) = loaders.iter().find(|(known, _)| *known == prefix) else { return Ok(None) };
        let (load, path) = (*load, path.to_owned());
        let Some(content) = load(&path) else { return Ok(None) };
        let text = String::from_utf8_lossy(&content).into_owned();
        let source = TemplateSource::new(text);
        if !cfg!(debug_assertions) {
            return Ok(Some(source));
        }
        let read = content.into_owned();
        Ok(Some(source.with_uptodate_check(move || load(&path).is_some_and(|now| *now == *read))))
    });
    functions::register(&mut env, locale, catalog);
    env
}

/// Escapes the five signs that HTML needs escaped. The engine's own escaping also writes `/` in six characters, which
/// would make every address of a page unreadable and a third longer.
fn escape(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str().filter(|_| !value.is_safe()) {
        Some(text) if matches!(state.auto_escape(), AutoEscape::Html) => {
            out.write_str(&prose::escape(text)).map_err(Error::from)
        }
        _ => escape_formatter(out, state, value),
    }
}
