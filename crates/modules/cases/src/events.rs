//! The facts this module publishes. Ids and facts only: no names, codes, texts or answers.

use crate::{Case, Outcome, correct::Values};
use chrono::{DateTime, Utc};
use kernel::{Channel, DraftId, InstitutionId, PersonId, Result};
use serde::Serialize;
use storage::NewEvent;

/// What every event of a case says: whose service it is.
#[derive(Debug, Serialize)]
struct Fact<'a, T: Serialize> {
    service: &'a str,
    holder: InstitutionId,
    handler: InstitutionId,
    #[serde(flatten)]
    more: T,
}

#[derive(Serialize)]
struct Nothing {}

fn fact(case: &Case, kind: &'static str, more: impl Serialize) -> Result<NewEvent> {
    let data = Fact { service: &case.service, holder: case.holder, handler: case.handler, more };
    NewEvent::new(kind, 1, &data)
}

/// What a submission rests on.
#[derive(Serialize)]
pub struct Submission<'a> {
    pub channel: Channel,
    pub due_at: DateTime<Utc>,
    pub number: &'a str,
    /// Whether it was filled in step by step: a completion of a started form.
    pub draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft_id: Option<DraftId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// SHA-256 of the answers: ties them to the chain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub flags: &'a [String],
}

pub fn submitted(case: &Case, more: Submission<'_>) -> Result<NewEvent> {
    Ok(fact(case, "case.submitted", more)?.at(case.submitted_at).channel(case.channel))
}

pub fn accepted(case: &Case) -> Result<NewEvent> {
    fact(case, "case.accepted", Nothing {})
}

pub fn claimed(case: &Case, by: Option<PersonId>) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        by: Option<PersonId>,
    }
    fact(case, "case.claimed", More { by })
}

pub fn returned(case: &Case) -> Result<NewEvent> {
    fact(case, "case.returned", Nothing {})
}

pub fn information_requested(case: &Case, answer_due: DateTime<Utc>) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        answer_due: DateTime<Utc>,
    }
    fact(case, "case.information_requested", More { answer_due })
}

/// How the time for an answer ended.
#[derive(Serialize)]
struct Waited {
    in_time: bool,
    documents: usize,
    due_at: DateTime<Utc>,
}

/// The client answered, with so many files.
pub fn information_provided(case: &Case, documents: usize) -> Result<NewEvent> {
    fact(case, "case.information_provided", Waited { in_time: true, documents, due_at: case.due_at })
}

/// The time for the answer ran out without one: of the same kind, because the case goes on all the same.
pub fn answer_time_over(case: &Case) -> Result<NewEvent> {
    fact(case, "case.information_provided", Waited { in_time: false, documents: 0, due_at: case.due_at })
}

pub fn decided(case: &Case, outcome: Outcome, text: &str) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        channel: Channel,
        outcome: &'static str,
        late: bool,
        text_sha256: String,
    }
    let text_sha256 = kernel::digest_hex(text.as_bytes());
    fact(
        case,
        "case.decided",
        More { channel: case.channel, outcome: outcome.as_str(), late: case.overdue, text_sha256 },
    )
}

pub fn delivered(case: &Case, receipt: Channel) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        channel: Channel,
        receipt: Channel,
    }
    fact(case, "case.delivered", More { channel: case.channel, receipt })
}

pub fn closed(case: &Case) -> Result<NewEvent> {
    fact(case, "case.closed", Nothing {})
}

pub fn withdrawn(case: &Case) -> Result<NewEvent> {
    fact(case, "case.withdrawn", Nothing {})
}

pub fn overdue(case: &Case) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        channel: Channel,
        due_at: DateTime<Utc>,
    }
    Ok(fact(case, "case.overdue", More { channel: case.channel, due_at: case.due_at })?.at(case.due_at))
}

pub fn stage_reported(case: &Case, name: &str, doer: Option<&str>, flags: &[String]) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More<'a> {
        stage: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        doer: Option<&'a str>,
        #[serde(skip_serializing_if = "<[String]>::is_empty")]
        flags: &'a [String],
    }
    fact(case, "case.stage_reported", More { stage: name, doer, flags })
}

/// The source of an imported case corrected it: everything that it tells, as it was and as it is.
pub fn corrected(case: &Case, was: &Values, is: &Values) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More<'a> {
        was: &'a Values,
        is: &'a Values,
    }
    fact(case, "case.corrected", More { was, is })
}

pub fn rated(case: &Case, rating: u8) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        channel: Channel,
        rating: u8,
    }
    fact(case, "case.rated", More { channel: case.channel, rating })
}

pub fn complaint_filed(case: &Case) -> Result<NewEvent> {
    #[derive(Serialize)]
    struct More {
        channel: Channel,
    }
    fact(case, "case.complaint_filed", More { channel: case.channel })
}
