//! Context of the case page.

use crate::parts::{Badge, Choice};
use chrono::{DateTime, Utc};
use serde::Serialize;
use web_kit::FormErrors;

/// Context of `work/cases/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CasePage {
    pub(super) number: String,
    pub(super) href: String,
    pub(super) service: String,
    pub(super) state: &'static str,
    pub(super) sla: Badge,
    pub(super) channel: &'static str,
    pub(super) submitted_at: DateTime<Utc>,
    pub(super) due_at: DateTime<Utc>,
    /// Working days that were left when the clock stopped.
    pub(super) left: Option<i32>,
    pub(super) revision: i64,
    pub(super) assignee: Option<String>,
    pub(super) mine: bool,
    /// What the holder of the service tells those who provide it, where the caller is one of them.
    pub(super) instructions: Option<Instructed>,
    pub(super) flags: Vec<String>,
    /// The part of the institution that a log which was taken over names.
    pub(super) unit: Option<String>,
    pub(super) auditing: bool,
    pub(super) client: ClientPanel,
    /// Whether the client is known: a known one alone sees questions, and only for such a one files are kept.
    pub(super) known: bool,
    /// Where the access record is: with the client, with the case when the client is a company for which nobody known
    /// asked or is not known, or nowhere when the case shows nobody's data.
    pub(super) recorded: &'static str,
    /// What the institution noted, when it registered the request itself.
    pub(super) intake: Option<Noted>,
    pub(super) sections: Vec<Section>,
    pub(super) documents: Vec<FileLink>,
    pub(super) requests: Vec<Question>,
    pub(super) decision: Option<Decided>,
    pub(super) feedback: Option<Rated>,
    /// What the client complained of, oldest first.
    pub(super) complaints: Vec<Complained>,
    pub(super) timeline: Vec<Step>,
    pub(super) actions: Actions,
    pub(super) outcomes: Vec<Choice>,
    pub(super) channels: Vec<Choice>,
    pub(super) accept: String,
    pub(super) typed: TypedAct,
    pub(super) errors: FormErrors,
    /// Why an act was refused, when it is nothing to correct in a field.
    pub(super) refusals: Vec<String>,
    /// What happened since the officer saw the case.
    pub(super) changed: Vec<Step>,
    /// Which form is open: `ask`, `answer`, `decide`, `withdraw` or none.
    pub(super) open_form: &'static str,
    /// What was typed, when its form is no longer there.
    pub(super) kept: Option<String>,
    /// Of a case that changed meanwhile: the last part of the key of the words about what was typed and what to do next.
    pub(super) advice: &'static str,
}

/// Where the instructions of the holder are.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Instructed {
    pub(super) href: String,
    /// How many the caller has not read.
    pub(super) unread: usize,
}

/// Who the client is.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct ClientPanel {
    pub(super) name: Option<String>,
    pub(super) registration_number: Option<String>,
    /// The person who asked, when the client is an organisation.
    pub(super) applicant: Option<String>,
    /// The personal code, masked.
    pub(super) code: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) reasons: Vec<Choice>,
}

/// A request that the institution registered.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Noted {
    pub(super) note: Option<String>,
}

/// Answers of one step of the form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Section {
    pub(super) label: String,
    pub(super) rows: Vec<AnswerRow>,
}

/// One question with its answer.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AnswerRow {
    pub(super) label: String,
    pub(super) lines: Vec<String>,
    pub(super) files: Vec<FileLink>,
    pub(super) source: Option<Source>,
}

/// Where an answer comes from, with a picture.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Source {
    pub(super) picture: &'static str,
    pub(super) words: String,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FileLink {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) kilobytes: u64,
    pub(super) at: DateTime<Utc>,
}

/// A question to the client with its answer.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Question {
    pub(super) question: String,
    pub(super) asked_at: DateTime<Utc>,
    pub(super) due_at: DateTime<Utc>,
    pub(super) answer: Option<String>,
    pub(super) answered_at: Option<DateTime<Utc>>,
    /// By which channel the answer came, where an official wrote it down.
    pub(super) came: Option<&'static str>,
}

/// The decision.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Decided {
    pub(super) outcome: &'static str,
    pub(super) text: String,
    pub(super) at: DateTime<Utc>,
    pub(super) document: Option<FileLink>,
}

/// The client's rating.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Rated {
    pub(super) rating: u8,
    pub(super) comment: Option<String>,
    pub(super) at: DateTime<Utc>,
}

/// A complaint of the client.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Complained {
    pub(super) text: String,
    pub(super) at: DateTime<Utc>,
}

/// A step of the course, as `parts.timeline` shows it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Step {
    pub(super) state: &'static str,
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

/// What the caller may do now.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Actions {
    pub(super) any: bool,
    pub(super) take: bool,
    pub(super) ask: bool,
    /// Register an answer that came another way.
    pub(super) answer: bool,
    pub(super) decide: bool,
    pub(super) deliver: bool,
    pub(super) close: bool,
    pub(super) give_back: bool,
    /// Register that the client took the request back another way.
    pub(super) withdraw: bool,
    /// Take the next case: nothing is to be done with this one now.
    pub(super) next: bool,
}

/// What was typed into the forms of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedAct {
    pub(super) question: String,
    pub(super) days: String,
    pub(super) answer: String,
    pub(super) outcome: String,
    pub(super) text: String,
    pub(super) channel: String,
    /// How the client took the request back.
    pub(super) withdrawn_by: String,
}
