//! Context of the auditor's page.

use crate::parts::Paging;
use chrono::{DateTime, Utc};
use serde::Serialize;
use web_kit::FormErrors;

/// Context of `work/audit/show.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AuditPage {
    pub(super) number: String,
    pub(super) report: Option<Report>,
    pub(super) errors: FormErrors,
}

/// What is found about a case.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Report {
    pub(super) number: String,
    pub(super) service: String,
    pub(super) state: &'static str,
    /// The page of the case, which is opened on the record.
    pub(super) href: String,
    /// The first entry that is not what was written.
    pub(super) broken: Option<i64>,
    pub(super) stages: Vec<Entry>,
    /// A page of the viewings, newest first.
    pub(super) views: Vec<Viewed>,
    pub(super) paging: Paging,
}

/// An entry of the chain.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry {
    pub(super) sequence: i64,
    pub(super) title: String,
    pub(super) at: DateTime<Utc>,
    pub(super) recorded_at: DateTime<Utc>,
    pub(super) doer: String,
    /// The official of the institution, by name.
    pub(super) official: Option<String>,
    /// None where nobody has said.
    pub(super) channel: Option<&'static str>,
    pub(super) hash: String,
}

/// A viewing of the client's data in this case.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Viewed {
    pub(super) at: DateTime<Utc>,
    /// The institution, or the platform.
    pub(super) who: String,
    /// The official of it; none for a system.
    pub(super) official: Option<String>,
    pub(super) role: &'static str,
    pub(super) what: String,
    pub(super) why: String,
}
