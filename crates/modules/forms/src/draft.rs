//! An application that is being filled in.

use crate::model::{Answers, Definition};
use crate::normalise::RawInput;
use crate::registry;
use crate::source::Sources;
use chrono::{DateTime, Utc};
use kernel::{CaseId, DraftId, Error, Party, PersonId, Result};
use std::sync::Arc;

/// Days after the last change that a draft is kept.
pub const DRAFT_DAYS: i64 = 30;

/// An application that is being filled in, or what is left of it: of a submitted or expired one only the facts, not the
/// answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Id.
    pub id: DraftId,
    /// The service that is applied for.
    pub service_code: String,
    /// The form.
    pub form_key: String,
    /// Its version; a draft keeps the version it began with.
    pub form_version: u32,
    /// Who fills it in.
    pub person: PersonId,
    /// For whom.
    pub party: Party,
    /// What was typed, to be shown again.
    pub raw: RawInput,
    /// The answers, also those that are not valid yet; files are kept apart.
    pub answers: Answers,
    /// Where answers came from.
    pub sources: Sources,
    /// Number of the last change.
    pub revision: i64,
    /// The step to go on with; `check` when every step has been seen.
    pub step: String,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When it is thrown away.
    pub expires_at: DateTime<Utc>,
    /// The case it became.
    pub submitted_case: Option<CaseId>,
}

impl Draft {
    /// Its form.
    ///
    /// # Errors
    /// Not found `form` when this build no longer carries the version.
    pub fn definition(&self) -> Result<Arc<Definition>> {
        registry::definition(&self.form_key, Some(self.form_version))
    }

    /// That it can still be changed.
    ///
    /// # Errors
    /// Conflict `draft-submitted` (argument `case`, its id) or gone `draft-expired` (argument `code`, its service).
    pub(crate) fn require_open(&self, now: DateTime<Utc>) -> Result<()> {
        if let Some(case) = self.submitted_case {
            return Err(Error::conflict("draft-submitted").arg("case", case));
        }
        if self.expires_at <= now {
            return Err(Error::gone("draft-expired").arg("days", DRAFT_DAYS).arg("code", &self.service_code));
        }
        Ok(())
    }

    /// The name under which at most one open draft exists.
    pub(crate) fn open_key(person: PersonId, party: Party, service_code: &str) -> String {
        format!("{person} {} {service_code}", party.uuid())
    }

    /// Forgets what the person told, and keeps that it happened.
    pub(crate) fn forget(&mut self) {
        self.raw = RawInput::default();
        self.answers = Answers::new();
        self.sources = Sources::new();
    }
}
