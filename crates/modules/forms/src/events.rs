//! Facts about drafts. They name services, forms and steps, never answers.

use kernel::{DraftId, InstitutionId, Result};
use serde::Serialize;
use storage::NewEvent;

/// `draft.started`: somebody began to apply (EFR-11).
#[derive(Serialize)]
pub(crate) struct Started<'a> {
    pub draft: DraftId,
    pub service: &'a str,
    pub holder: InstitutionId,
    pub form: &'a str,
    pub form_version: u32,
}

/// `draft.saved`: a step was saved, complete or not.
#[derive(Serialize)]
pub(crate) struct Saved<'a> {
    pub service: &'a str,
    pub step: &'a str,
    pub complete: bool,
}

/// `draft.expired` and `draft.discarded`: it was thrown away, by time or by the client.
#[derive(Serialize)]
pub(crate) struct Ended<'a> {
    pub service: &'a str,
}

pub(crate) fn started(data: &Started<'_>) -> Result<NewEvent> {
    NewEvent::new("draft.started", 1, data)
}

pub(crate) fn saved(data: &Saved<'_>) -> Result<NewEvent> {
    NewEvent::new("draft.saved", 1, data)
}

pub(crate) fn expired(service: &str) -> Result<NewEvent> {
    NewEvent::new("draft.expired", 1, &Ended { service })
}

pub(crate) fn discarded(service: &str) -> Result<NewEvent> {
    NewEvent::new("draft.discarded", 1, &Ended { service })
}
