//! A template, whole and as a line of a list.

use crate::TemplateId;
use crate::{ClientCircle, Keywords, LegalAct, RequiredDocument, Step};
use chrono::{DateTime, Utc};
use kernel::{LangText, PersonId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

kernel::words! {
    /// Where a template is in its life.
    TemplateState {
        /// Being written; only the platform sees it.
        Draft = "draft",
        /// In use: the public finds the service under its name.
        Published = "published",
        /// No longer in use; what was attached stands alone again.
        Withdrawn = "withdrawn",
    }

    /// Whose services may be attached (UNI-02, UNI-08).
    TemplateScope {
        /// Those of municipalities.
        Municipalities = "municipalities",
        /// Those of institutions of the state.
        State = "state",
        /// Those of both.
        Both = "both",
    }

    /// What became of a text that was to wait for a day (UNI-01).
    TemplatePlanState {
        /// Its day is to come.
        Waiting = "waiting",
        /// Its day came, and it could not take effect; it is kept for the platform to put right or to take back.
        Refused = "refused",
        /// The platform took it back.
        Withdrawn = "withdrawn",
        /// Another text waits in its place, or nothing is left of it to wait for.
        Replaced = "replaced",
        /// It took effect.
        InForce = "in_force",
    }
}

/// What a template says: the part of a description that is the same everywhere, and what each holder must add (UNI-01,
/// UNI-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateText {
    /// Harmonised name.
    pub name: LangText,
    /// Harmonised short description.
    pub summary: LangText,
    /// Who may receive it, in words.
    pub audience: LangText,
    /// Who may receive it.
    pub client_circle: ClientCircle,
    /// Class of the state function, by COFOG.
    pub cofog: String,
    /// Whose services may be attached.
    pub scope: TemplateScope,
    /// Conditions that hold everywhere.
    #[serde(default)]
    pub conditions: Vec<LangText>,
    /// Recommended steps (UNI-06).
    pub steps: Vec<Step>,
    /// Recommended documents.
    #[serde(default)]
    pub documents: Vec<RequiredDocument>,
    /// Legal basis common to all.
    pub legal_basis: Vec<LegalAct>,
    /// How to contest and appeal.
    pub appeal: LangText,
    /// What each holder must describe: guidance for institutions (UNI-07).
    #[serde(default)]
    pub local: Vec<LangText>,
    /// Life situations it belongs to.
    #[serde(default)]
    pub life_events: Vec<String>,
    /// Other words people use for it.
    #[serde(default)]
    pub keywords: Keywords,
}

/// A template with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Its code, from a series of its own: `V101`.
    pub code: String,
    /// Where it is in its life.
    pub state: TemplateState,
    /// Number of its text, from 1.
    pub version: i32,
    /// Counts every change, also of the state: what an editor must have seen.
    pub revision: i64,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Its text.
    pub text: Arc<TemplateText>,
}

/// A template as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateLine {
    /// Its id.
    pub id: TemplateId,
    /// Its code.
    pub code: String,
    /// Where it is in its life.
    pub state: TemplateState,
    /// Whose services may be attached.
    pub scope: TemplateScope,
    /// Harmonised name.
    pub name: LangText,
    /// Harmonised short description.
    pub summary: LangText,
    /// Counts every change.
    pub revision: i64,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// How many services are attached.
    pub members: usize,
}

/// A version of a template's text as a line of its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateVersionLine {
    /// Its number, from 1.
    pub version: i32,
    /// SHA-256 of its document, in hexadecimal.
    pub digest: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Who wrote it; none for what came with the program.
    pub author: Option<PersonId>,
    /// What the author said of the change.
    pub note: String,
}
