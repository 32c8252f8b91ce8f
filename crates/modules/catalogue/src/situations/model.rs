//! A life situation: its text, as the public sees it, and as its editors do.

use super::words::{SituationBranch, SituationState};
use crate::{Gap, Keywords};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{InstitutionId, LangText, PersonId, SituationId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a life situation says. A published version of it never changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SituationText {
    /// Title: `Bērna gaidīšana un piedzimšana`.
    pub title: LangText,
    /// For whom it is and what it helps with, in a sentence or two.
    pub summary: LangText,
    /// What to do, in order.
    pub steps: Vec<SituationStep>,
    /// Terms to remember.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<SituationDeadline>,
    /// Good advice: paragraphs and `- ` lists.
    #[serde(default)]
    pub advice: LangText,
    /// Other words people use for it.
    #[serde(default)]
    pub keywords: Keywords,
    /// Whether it gives information in the scope of the Single Digital Gateway (OPN-04).
    #[serde(default)]
    pub sdg: bool,
}

/// One step of the way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SituationStep {
    /// What to do, in a few words.
    pub title: LangText,
    /// The same in a sentence or two.
    pub text: LangText,
    /// Codes of the services that this step needs, of any institution, in order (CAT-31): single ones (`1007`) and unified
    /// ones (`V101`), which are found once for all institutions that have them (UNI-03).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// Where to go when the catalogue has no service for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<InstitutionId>,
}

/// A term to remember.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SituationDeadline {
    /// By when: `Viena mēneša laikā`.
    pub when: LangText,
    /// What: `Reģistrējiet bērna piedzimšanu`.
    pub what: LangText,
}

impl SituationText {
    /// The codes of all its services, each once, in the order of the steps.
    #[must_use]
    pub fn services(&self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for code in self.steps.iter().flat_map(|step| &step.services) {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }
}

/// A life situation with the text that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeSituation {
    /// Its id.
    pub id: SituationId,
    /// Its word in addresses: `job-loss`. With `_` for `-` it is the word that descriptions of services use.
    pub slug: String,
    /// For whom.
    pub branch: SituationBranch,
    /// Who answers for it (POR-03).
    pub responsible: InstitutionId,
    /// Draft, published, withdrawn.
    pub state: SituationState,
    /// Number of the text that is in force, from 1.
    pub version: i32,
    /// Counts every change, also of what is not public yet.
    pub revision: i64,
    /// The day on which somebody last checked it.
    pub checked_on: Option<NaiveDate>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// The text.
    pub text: Arc<SituationText>,
}

impl LifeSituation {
    /// The word by which descriptions of services, the search and linked data name it: `job_loss` for `job-loss`.
    #[must_use]
    pub fn word(&self) -> String {
        word_of(&self.slug)
    }
}

/// A life situation that was public once, with what it said last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnSituation {
    /// The situation.
    pub situation: LifeSituation,
    /// Since when it is not public any more.
    pub since: DateTime<Utc>,
}

/// A life situation as its editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SituationDraft {
    /// The situation with its newest text, public or not.
    pub situation: LifeSituation,
    /// Number of that text.
    pub latest: i32,
    /// Counts every change: what an editor must have seen.
    pub revision: i64,
    /// Until when it must be checked again.
    pub check_due: Option<NaiveDate>,
    /// Whether the newest text is not public yet.
    pub unpublished: bool,
    /// Who coordinates its branch; the platform while there is nobody.
    pub coordinator: Option<InstitutionId>,
    /// What the caller may do beside writing.
    pub acts: SituationActs,
    /// What the newest text lacks.
    pub gaps: Vec<Gap>,
}

/// What somebody who writes at a life situation may do with it beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SituationActs {
    /// Publish it, withdraw it, hand it to another institution: the coordinator of its branch.
    pub publish: bool,
    /// Confirm that it is right: the institution that answers for it.
    pub confirm: bool,
}

/// A line of a list of life situations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SituationLine {
    /// Its id.
    pub id: SituationId,
    /// Its word in addresses.
    pub slug: String,
    /// For whom.
    pub branch: SituationBranch,
    /// Who answers for it.
    pub responsible: InstitutionId,
    /// Draft, published, withdrawn.
    pub state: SituationState,
    /// Title.
    pub title: LangText,
    /// Summary.
    pub summary: LangText,
    /// Whether it is in the scope of the Single Digital Gateway.
    pub sdg: bool,
    /// The day on which somebody last checked it.
    pub checked_on: Option<NaiveDate>,
    /// Until when it must be checked again.
    pub check_due: Option<NaiveDate>,
    /// Whether it has a newer text than the public one, which waits to be published.
    pub unpublished: bool,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl SituationLine {
    /// The word by which descriptions of services, the search and linked data name it: `job_loss` for `job-loss`.
    #[must_use]
    pub fn word(&self) -> String {
        word_of(&self.slug)
    }
}

/// The word that belongs to a slug.
pub(crate) fn word_of(slug: &str) -> String {
    slug.replace('-', "_")
}

/// The slug that belongs to a word.
pub(crate) fn slug_of(word: &str) -> String {
    word.replace('_', "-")
}

/// A version as a line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SituationVersion {
    /// Its number, from 1.
    pub version: i32,
    /// SHA-256 of its document, in hexadecimal; the same stands in the event of its publication.
    pub digest: String,
    /// When it was last written.
    pub created_at: DateTime<Utc>,
    /// Public from; none for a draft.
    pub valid_from: Option<DateTime<Utc>>,
    /// Public up to this instant, not including it.
    pub valid_to: Option<DateTime<Utc>>,
    /// Who wrote it; none for what came with the program.
    pub author: Option<PersonId>,
    /// What the author said of the change.
    pub note: String,
}
