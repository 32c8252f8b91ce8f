//! A working copy of a description as its editors see it.

use crate::{Description, DraftState, ElementChange, Remark, RemarkKind, Section, Service, Typed};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{InstitutionId, PersonId};
use std::sync::Arc;
use uuid::Uuid;

/// Who is writing a new text of a service, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Who answers for the service.
    pub holder: InstitutionId,
    /// Being written, read by a colleague, or sent back.
    pub state: DraftState,
    /// Number of the description that it began from.
    pub base_version: i32,
    /// To be in force from this day; at once when none.
    pub valid_from: Option<NaiveDate>,
    /// What the author says of the change.
    pub note: String,
    /// Counts every change of any section.
    pub revision: i64,
    /// Who began it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Who wrote last.
    pub updated_by: Option<PersonId>,
    /// When.
    pub updated_at: DateTime<Utc>,
    /// Who asked for a review.
    pub submitted_by: Option<PersonId>,
    /// When.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Why it was sent back.
    pub comment: String,
    /// Who sent it back.
    pub reviewed_by: Option<PersonId>,
}

/// How a section of a working copy stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionState {
    /// Which.
    pub section: Section,
    /// Counts its changes; 0 when nobody has written in it.
    pub revision: i64,
    /// Who wrote in it last.
    pub updated_by: Option<PersonId>,
    /// When.
    pub updated_at: Option<DateTime<Utc>>,
    /// What is wrong with it or missing.
    pub findings: Vec<Remark>,
    /// Whether it differs from the description that an edit starts from.
    pub changed: bool,
}

/// A service with its working copy, if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCopy {
    /// The service with the description in force.
    pub service: Arc<Service>,
    /// The working copy; none while nobody has begun.
    pub draft: Option<Draft>,
    /// The description as it would be published.
    pub description: Arc<Description>,
    /// Number of the description that it starts from: the one in force, where there is one.
    pub base: i32,
    /// The sections in the order of the editor, the plan last.
    pub sections: Vec<SectionState>,
    /// What differs from the description that it starts from.
    pub changes: Vec<ElementChange>,
    /// Sections of the working copy that a later publication changed as well.
    pub overtaken: Vec<Section>,
    /// Sections in which a text that was sent after the working copy began, and is not published, says something else.
    pub sent: Vec<Section>,
    /// Texts that were not taken and wait for a choice, oldest first.
    pub refused: Vec<RefusedLine>,
    /// Whether the caller may publish it without another reader.
    pub alone: bool,
    /// Whether the caller may publish it as its second reader.
    pub reviewer: bool,
}

impl WorkingCopy {
    /// Everything that keeps it from being published.
    pub fn blocking(&self) -> impl Iterator<Item = &Remark> {
        self.sections.iter().flat_map(|section| &section.findings).filter(|finding| finding.blocks())
    }

    /// What misleads clients and keeps nothing from being published, with the section where it is put right.
    pub fn warnings(&self) -> impl Iterator<Item = (Section, &Remark)> {
        let all = self.sections.iter().flat_map(|one| one.findings.iter().map(|finding| (one.section, finding)));
        all.filter(|(_, finding)| finding.kind == RemarkKind::Warning)
    }
}

/// One section to write in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionText {
    /// The service with the description in force.
    pub service: Arc<Service>,
    /// The state of the working copy; none while nobody has begun.
    pub state: Option<DraftState>,
    /// The number of the description that the inputs were filled from when nobody had written.
    pub base: i32,
    /// Its own revision, which the form sends back; 0 when nobody has written in it.
    pub revision: i64,
    /// What was typed, or what the description says.
    pub typed: Typed,
    /// What is wrong or missing.
    pub findings: Vec<Remark>,
    /// Who wrote in it last.
    pub updated_by: Option<PersonId>,
    /// When.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A text that was not taken, as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// Its id.
    pub id: Uuid,
    /// The section it was meant for.
    pub section: Section,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// When.
    pub at: DateTime<Utc>,
}
