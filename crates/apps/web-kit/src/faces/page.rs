//! The error as a page: it says what happened, what was kept, and offers a way on.

use i18n::Catalog;
use kernel::{Error, ErrorKind, Locale};
use serde::Serialize;

use super::words::words;
use crate::Template;

/// Context of `kit/error.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ErrorPage {
    title: String,
    happened: String,
    kept: String,
    next: String,
    /// The words of the link to [`Self::leading_to`].
    way: Option<String>,
    way_to: Option<String>,
    fields: Vec<String>,
    /// For defects of ours: the number under which the log has it.
    incident: Option<String>,
}

impl ErrorPage {
    pub(super) fn new(catalog: &Catalog, locale: Locale, error: &Error, incident: &str) -> Self {
        let words = words(catalog, locale, error);
        let ours = matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable);
        Self {
            title: words.title,
            happened: words.happened,
            kept: words.kept,
            next: words.next,
            way: words.way,
            way_to: None,
            fields: words.fields.into_iter().map(|(_, text)| text).collect(),
            incident: ours.then(|| incident.to_owned()),
        }
    }

    /// The same with a link, if its words know of one.
    pub(super) fn leading_to(self, way_to: Option<String>) -> Self {
        Self { way_to, ..self }
    }

    /// The words without a page, for the case that the page itself is broken.
    pub(super) fn plain(&self) -> String {
        [&self.title, &self.happened, &self.kept, &self.next].map(String::as_str).join("\n")
    }
}

impl Template for ErrorPage {
    const NAME: &'static str = "kit/error.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let Ok(catalog) = Catalog::load() else { return Vec::new() };
        let errors = [
            Error::not_found("page"),
            Error::unavailable("timeout"),
            Error::internal("panic"),
            Error::forbidden("csrf"),
            Error::invalid("bad-form").field("day", "bad-cursor"),
        ];
        let page = |error: &Error| Self::new(&catalog, locale, error, "0f3a5c7e9b12");
        let way = page(&Error::invalid(super::way::FORM_ADDRESS)).leading_to(Some(format!("/{locale}/services/1007")));
        errors.iter().map(page).chain([way]).collect()
    }
}
