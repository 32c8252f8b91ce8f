//! Facts about templates, on the stream of the template.

use chrono::{DateTime, Utc};
use kernel::{InstitutionId, Result, ServiceId};
use serde::{Deserialize, Serialize};
use storage::NewEvent;

/// A template was begun and has a code.
pub const TEMPLATE_CREATED: &str = "template.created";
/// Its text changed.
pub const TEMPLATE_CHANGED: &str = "template.changed";
/// It came into use.
pub const TEMPLATE_PUBLISHED: &str = "template.published";
/// It went out of use.
pub const TEMPLATE_WITHDRAWN: &str = "template.withdrawn";
/// A new text of it waits for a day; on that day [`TEMPLATE_CHANGED`] follows.
pub const TEMPLATE_PLANNED: &str = "template.planned";
/// Such a text waits no longer: it was taken back, or nothing was left of it to wait for.
pub const TEMPLATE_PLAN_WITHDRAWN: &str = "template.plan_withdrawn";
/// The day of such a text came, and it could not take effect.
pub const TEMPLATE_PLAN_REFUSED: &str = "template.plan_refused";
/// A service was attached to it.
pub const TEMPLATE_ATTACHED: &str = "template.attached";
/// A service was detached from it.
pub const TEMPLATE_DETACHED: &str = "template.detached";

/// Data of the events about the template itself, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TemplateFact {
    pub code: String,
    pub version: i32,
    pub digest: String,
}

/// Data of the events about a text that waits, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlanFact {
    pub code: String,
    /// Number of the waiting text.
    pub plan: i32,
    /// When it was to take effect.
    pub from: DateTime<Utc>,
    pub digest: String,
    /// The waiting text whose place it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<i32>,
}

/// Data of the events about what is attached, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AttachFact {
    pub code: String,
    pub service: ServiceId,
    pub service_code: String,
    pub holder: InstitutionId,
}

impl TemplateFact {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}

impl PlanFact {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}

impl AttachFact {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}
