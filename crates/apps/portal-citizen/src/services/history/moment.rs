//! Of which moment a page of a service speaks: the present, a former version, or one that is not published yet.

use catalogue::{Service, ServiceState, VersionLine, VersionState};
use chrono::{DateTime, Utc};
use kernel::Locale;
use serde::Serialize;
use web_kit::Visit;

/// What the page says about itself.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Moment {
    /// `now`, `draft`, `version` or `preview`.
    pub(crate) kind: &'static str,
    /// The page of the present.
    now: String,
    /// The history of versions.
    versions: String,
    /// The number of the version shown.
    number: i32,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
    /// Whether the version waits for its day: only those who write it see it.
    waits: bool,
    /// Where a preview is written.
    editor: String,
}

impl Moment {
    /// The present.
    pub(crate) fn now(visit: &Visit, code: &str, version: i32) -> Self {
        let now = format!("/services/{code}");
        Self {
            kind: "now",
            versions: visit.url(&format!("{now}/versions")),
            editor: visit.url(&format!("/work/services/{code}")),
            now: visit.url(&now),
            number: version,
            from: None,
            to: None,
            waits: false,
        }
    }

    /// The present of a service; one that is not published says so to those who see it.
    pub(crate) fn of(visit: &Visit, service: &Service) -> Self {
        let now = Self::now(visit, &service.code, service.version);
        if service.state == ServiceState::Draft { Self { kind: "draft", ..now } } else { now }
    }

    /// A version that was published, in force now or before; or that waits for its day.
    pub(crate) fn version(visit: &Visit, code: &str, line: &VersionLine) -> Self {
        let waits = line.state == VersionState::Scheduled;
        let now = Self::now(visit, code, line.version);
        Self { kind: "version", from: line.valid_from, to: line.valid_to, waits, ..now }
    }

    /// What is being written.
    pub(crate) fn preview(visit: &Visit, code: &str) -> Self {
        Self { kind: "preview", ..Self::now(visit, code, 0) }
    }

    /// Invented moments.
    pub(crate) fn samples(locale: Locale) -> [Self; 4] {
        let moment = |kind: &'static str, to| Self {
            kind,
            now: format!("/{locale}/services/1001"),
            versions: format!("/{locale}/services/1001/versions"),
            number: 2,
            from: Some(DateTime::UNIX_EPOCH),
            to,
            waits: false,
            editor: format!("/{locale}/work/services/1001"),
        };
        let was = moment("version", Some(DateTime::UNIX_EPOCH));
        [moment("now", None), was, moment("preview", None), moment("draft", None)]
    }
}
