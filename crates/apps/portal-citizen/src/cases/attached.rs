//! The files of a case, each with how it came: three may have the same name, and one of them be the decision.

use ::cases::FileOrigin;
use chrono::{DateTime, Utc};
use documents::Document;
use kernel::Locale;
use serde::Serialize;

use crate::names::Link;

/// A file as a line of the list under the answers.
#[derive(Debug, Serialize)]
pub(super) struct Attached {
    link: Link,
    origin: &'static str,
    at: DateTime<Utc>,
}

impl Attached {
    pub(super) fn new(document: &Document, link: Link) -> Self {
        Self { link, origin: FileOrigin::of(document).as_str(), at: document.uploaded_at }
    }

    /// One of each origin.
    pub(super) fn samples(locale: Locale) -> Vec<Self> {
        let link = || Link { href: format!("/{locale}/cases/1001-42/documents/1"), name: "izzina.pdf".to_owned() };
        let one = |origin: FileOrigin| Self { link: link(), origin: origin.as_str(), at: DateTime::UNIX_EPOCH };
        FileOrigin::ALL.into_iter().map(one).collect()
    }
}
