//! Facts about nominations.

use super::Nomination;
use kernel::{InstitutionId, NominationId, Result};
use serde::Serialize;
use storage::{NewEvent, Stream};

/// An institution wants a service to become an e-service.
pub const ESERVICE_NOMINATED: &str = "eservice.nominated";
/// It does not any more.
pub const ESERVICE_NOMINATION_WITHDRAWN: &str = "eservice.nomination_withdrawn";

/// Everything that happens to a nomination.
pub(super) fn stream(id: NominationId) -> Stream {
    Stream::new("eservice_nomination", id.uuid())
}

/// Data of both events, version 1.
#[derive(Debug, Serialize)]
struct NominationFact<'a> {
    service: &'a str,
    holder: InstitutionId,
    institution: InstitutionId,
    criteria: Vec<&'static str>,
}

/// The event of a nomination.
pub(super) fn fact(kind: &'static str, nomination: &Nomination) -> Result<NewEvent> {
    let fact = NominationFact {
        service: &nomination.service,
        holder: nomination.holder,
        institution: nomination.institution,
        criteria: nomination.criteria.iter().map(|criterion| criterion.as_str()).collect(),
    };
    NewEvent::new(kind, 1, &fact)
}
