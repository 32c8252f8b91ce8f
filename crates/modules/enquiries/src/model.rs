//! An enquiry, whole and as a line of a list.

use crate::{EnquiryKind, EnquiryState};
use chrono::{DateTime, Utc};
use kernel::{EnquiryId, InstitutionId, Locale, PersonId};

/// A line of a list: it names no writer and shows no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnquiryLine {
    /// Its id.
    pub id: EnquiryId,
    /// Its number: `26`.
    pub number: String,
    /// A question, a suggestion or a complaint.
    pub kind: EnquiryKind,
    /// Where it is.
    pub state: EnquiryState,
    /// Who answers.
    pub institution: InstitutionId,
    /// Code of the service it is about.
    pub service: Option<String>,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// By when it must be answered.
    pub due_at: DateTime<Utc>,
}

impl EnquiryLine {
    /// Whether it waits longer than the law allows.
    #[must_use]
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.state == EnquiryState::Open && now > self.due_at
    }
}

/// An enquiry with its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enquiry {
    /// What a list shows of it.
    pub line: EnquiryLine,
    /// Who wrote it, when they were signed in.
    pub person: Option<PersonId>,
    /// About what, in their words.
    pub subject: String,
    /// What they wrote.
    pub text: String,
    /// In which language of the pages.
    pub language: Locale,
    /// Which institution passed it on, and why.
    pub forwarded: Option<(InstitutionId, String)>,
    /// The answer.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Whether the writer found the answer helpful.
    pub helpful: Option<bool>,
    /// Counts every change.
    pub revision: i64,
}
