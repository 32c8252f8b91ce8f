//! Facts about services.

use kernel::{InstitutionId, Result};
use serde::{Deserialize, Serialize};
use storage::NewEvent;

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
/// It can no longer be requested.
pub const SERVICE_WITHDRAWN: &str = "service.withdrawn";
/// A new text was given to a colleague to read.
pub const SERVICE_SUBMITTED: &str = "service.submitted_for_review";
/// The colleague sent it back.
pub const SERVICE_RETURNED: &str = "service.returned";
/// A new text was published that nobody else had read: the holder has no second contact person, or asks for none.
pub const SERVICE_APPROVED_ALONE: &str = "service.approved_alone";
/// An institution approved its list of services; on the stream of the institution.
pub const LIST_APPROVED: &str = "service_list.approved";

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
