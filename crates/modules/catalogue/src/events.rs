//! Facts about services.

use kernel::{InstitutionId, Result};
use serde::{Deserialize, Serialize};
use storage::NewEvent;
use uuid::Uuid;

/// A service was registered and has a code.
pub const SERVICE_REGISTERED: &str = "service.registered";
/// A version of its description became public.
pub const SERVICE_PUBLISHED: &str = "service.published";
/// A version will be public from a day to come.
pub const SERVICE_SCHEDULED: &str = "service.scheduled";
/// A scheduled version was taken back before its day.
pub const SERVICE_SCHEDULE_WITHDRAWN: &str = "service.schedule_withdrawn";
/// Something the public sees of it changed elsewhere: a link from another service, a life situation, a template.
pub const SERVICE_LINKED: &str = "service.linked";
/// It can no longer be requested: somebody closed it, or its last day has passed.
pub const SERVICE_WITHDRAWN: &str = "service.withdrawn";
/// A version took effect as planned though words published after it was written stood in its way; they are kept for the
/// holder to choose.
pub const SERVICE_OVERRULED: &str = "service.overruled";
/// The newest text is one that was sent and that no other event tells of: a draft, words that stood there already, or
/// what a person sent through the interface. Its actor is the sender.
pub const SERVICE_RECEIVED: &str = "service.received";
/// A new text was given to a colleague to read.
pub const SERVICE_SUBMITTED: &str = "service.submitted_for_review";
/// The colleague sent it back.
pub const SERVICE_RETURNED: &str = "service.returned";
/// A new text was published that nobody else had read: the holder has no second contact person, or asks for none.
pub const SERVICE_APPROVED_ALONE: &str = "service.approved_alone";
/// An institution approved its list of services; on the stream of the institution.
pub const LIST_APPROVED: &str = "service_list.approved";

/// A system tried to write another holder's service; on the stream of the system's institution.
pub const SERVICE_WRITE_REFUSED: &str = "service.write_refused";

/// Its description was confirmed in the check of a quarter (CAT-16).
pub const SERVICE_CHECKED: &str = "service.checked";

/// Data of [`SERVICE_CHECKED`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CheckFact {
    pub code: String,
    pub holder: InstitutionId,
    pub version: i32,
    pub quarter: String,
    /// Whether a new version was published since the check was asked for.
    pub corrected: bool,
}

/// Its holder told the providers how to carry it out (CAT-32).
pub const SERVICE_INSTRUCTED: &str = "service.instructed";
/// Its holder took such an instruction back.
pub const SERVICE_INSTRUCTION_WITHDRAWN: &str = "service.instruction_withdrawn";
/// Somebody of a provider read it.
pub const SERVICE_INSTRUCTION_READ: &str = "service.instruction_read";

/// Data of the events of instructions, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InstructionFact {
    pub code: String,
    pub holder: InstitutionId,
    pub instruction: Uuid,
    /// The one whose place it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Uuid>,
    /// Whose staff read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<InstitutionId>,
}

/// Editors set other words for what people type; on the stream of the rule, with its id and revision.
pub const SEARCH_SYNONYM_SET: &str = "search.synonym_set";
/// Editors took such a rule out.
pub const SEARCH_SYNONYM_REMOVED: &str = "search.synonym_removed";
/// Editors moved a service up or down in answers.
pub const SEARCH_BOOST_SET: &str = "search.boost_set";
/// Editors took such a rule out.
pub const SEARCH_BOOST_REMOVED: &str = "search.boost_removed";

/// The platform's administrators noted that an act is not in force any more; on the stream of the act, with its number and
/// revision.
pub const QUALITY_ACT_SET: &str = "quality.act_set";
/// They took such an act out.
pub const QUALITY_ACT_REMOVED: &str = "quality.act_removed";

/// Data of [`LIST_APPROVED`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ApprovalFact {
    pub services: usize,
    pub digest: String,
}

/// Data of all the events of a service, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ServiceFact {
    pub code: String,
    pub holder: InstitutionId,
    pub version: i32,
    pub digest: String,
}

impl ServiceFact {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}

/// Why a service was withdrawn that nobody closed: the last day on which it is offered has passed.
pub(crate) const LAST_DAY: &str = "last_day";

/// Data of [`SERVICE_WITHDRAWN`], version 1: those of every event of a service, and the reason when nobody decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct WithdrawnFact {
    #[serde(flatten)]
    pub service: ServiceFact,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

impl WithdrawnFact {
    /// The event.
    pub fn event(&self) -> Result<NewEvent> {
        NewEvent::new(SERVICE_WITHDRAWN, 1, self)
    }
}

/// Data of [`SERVICE_WRITE_REFUSED`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WriteRefusal {
    /// Code of the service, when it was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Whose service it was to be.
    pub holder: InstitutionId,
}

impl WriteRefusal {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}
