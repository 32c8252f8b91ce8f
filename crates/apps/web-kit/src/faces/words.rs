//! The words of an error for people: what happened, what was kept, what to do next.

use i18n::{Args, Catalog};
use kernel::{Error, ErrorKind, Locale};

use crate::{form_errors, size};

/// All words of one error.
pub(super) struct Words {
    pub(super) title: String,
    pub(super) happened: String,
    pub(super) kept: String,
    pub(super) next: String,
    /// The words of a link to where it goes on, if the error knows such a place.
    pub(super) way: Option<String>,
    /// The title, what happened and what to do next in words that fit the call of a program: where there are none of its own
    /// those above, but for what to do next, as the words of a kind speak of pages.
    pub(super) program: Program,
    /// Words for each field.
    pub(super) fields: Vec<(String, String)>,
}

/// Words for programs.
pub(super) struct Program {
    pub(super) title: String,
    pub(super) happened: String,
    pub(super) next: Option<String>,
}

/// The words of `error`: those of its key where it has some, those of its kind otherwise. What went wrong inside us is
/// never told: only that it did.
pub(super) fn words(catalog: &Catalog, locale: Locale, error: &Error) -> Words {
    let kind = kind_key(error.kind());
    let key = if error.kind() == ErrorKind::Internal { kind.to_owned() } else { format!("error-{}", error.key()) };
    let mut args = Args::new();
    for (name, value) in error.args() {
        args.set(*name, size::told(catalog, locale, name, value).unwrap_or_else(|| value.clone()));
    }
    let none = Args::new();
    let attribute = |name: &str| {
        catalog
            .attribute(locale, &key, name, &args)
            .or_else(|| catalog.attribute(locale, kind, name, &none))
            .unwrap_or_default()
    };
    let own_next = catalog.attribute(locale, &key, "next", &args);
    let own_program_next = catalog.attribute(locale, &key, "program-next", &args);
    let happened = catalog.text(locale, &key, &args).or_else(|| catalog.text(locale, kind, &none)).unwrap_or_default();
    let title = attribute("title");
    let told = |name: &str| Some(attribute(name)).filter(|words| !words.is_empty());
    let program = Program {
        title: told("program-title").unwrap_or_else(|| title.clone()),
        happened: told("program").unwrap_or_else(|| happened.clone()),
        next: own_program_next.or(own_next).or_else(|| told("program-next")),
    };
    Words {
        title,
        happened,
        kept: attribute("kept"),
        next: attribute("next"),
        way: catalog.attribute(locale, &key, "way", &args),
        program,
        fields: error
            .field_errors()
            .iter()
            .map(|field| (field.path.clone(), form_errors::words(catalog, locale, &field.key, &field.args)))
            .collect(),
    }
}

/// The key of the words of a kind in errors.ftl.
pub(super) const fn kind_key(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Invalid => "kind-invalid",
        ErrorKind::Unauthenticated => "kind-unauthenticated",
        ErrorKind::Forbidden => "kind-forbidden",
        ErrorKind::NotFound => "kind-not-found",
        ErrorKind::Conflict => "kind-conflict",
        ErrorKind::Gone => "kind-gone",
        ErrorKind::Stale => "kind-stale",
        ErrorKind::TooLarge => "kind-too-large",
        ErrorKind::Unsupported => "kind-unsupported",
        ErrorKind::RateLimited => "kind-rate-limited",
        ErrorKind::Unavailable => "kind-unavailable",
        ErrorKind::Internal => "kind-internal",
    }
}
