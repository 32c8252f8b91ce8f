//! A program reports what happened to a case: an institution's system in its own process (INF-01, REG-06), a client's
//! what the client says of it.

use crate::complain::complain_now;
use crate::decide::{Verdict, decide_now};
use crate::deliver::{close_now, deliver_now};
use crate::rate::rate_now;
use crate::take::begin_now;
use crate::withdraw::withdraw_now;
use crate::{Act, Action, Case, CaseNumber, Outcome, State, change, events, once};
use chrono::{DateTime, TimeDelta, Utc};
use documents::InspectedFile;
use kernel::{Channel, Error, Result, whole_micros};
use serde::Serialize;
use storage::{Claim, NewEvent, Write};

/// The clock of another system may differ from ours by this much.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(1);

/// What is reported. Written as JSON it tells one report from another under the same key.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Report {
    /// A stage of the institution's own process.
    Stage {
        /// Its name.
        name: String,
    },
    /// The institution has taken the case on.
    Accepted,
    /// It is decided.
    Decided {
        /// How.
        outcome: Outcome,
        /// The words of the decision.
        text: String,
    },
    /// The client has the result.
    Delivered {
        /// By which channel.
        channel: Channel,
    },
    /// Nothing more is to be done.
    Closed,
    /// The client takes the request back.
    Withdrawn,
    /// The client says what the service was like.
    Rated {
        /// 1 (bad) to 5 (very good).
        rating: u8,
        /// Words; may be empty.
        comment: String,
    },
    /// The client complains.
    Complained {
        /// What is wrong.
        text: String,
    },
}

impl Report {
    /// What the caller must be allowed to do.
    const fn action(&self) -> Action {
        match self {
            Self::Stage { .. } | Self::Accepted | Self::Decided { .. } | Self::Delivered { .. } | Self::Closed => {
                Action::Report
            }
            Self::Withdrawn | Self::Rated { .. } | Self::Complained { .. } => Action::ActAsClient,
        }
    }
}

/// A report about a case.
#[derive(Debug, Clone)]
pub struct ReportEvent {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the program has seen, where it knows it.
    pub revision: Option<i64>,
    /// What.
    pub report: Report,
    /// When it happened; not in the future and not before the request was received.
    pub at: Option<DateTime<Utc>>,
    /// The decision as a file; other reports have none.
    pub file: Option<InspectedFile>,
    /// The same key twice is one report.
    pub idempotency_key: Option<String>,
}

/// A report that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    /// When it was written down.
    pub recorded_at: DateTime<Utc>,
    /// Whether this very report had been received before.
    pub repeated: bool,
}

/// Keeps a report. One that was kept before under the same key is not held against the present state and revision of the
/// case.
///
/// # Errors
/// Not found for a foreign case; conflict when the report does not fit the state, or `key-reused` for a key used for
/// another report; invalid for a time in the future or before the case (`report-before-case`), a wrong text or rating,
/// a personal code in the name of a stage, or a key over 200 characters; stale when the case changed meanwhile.
pub async fn report(tx: &mut Write, input: ReportEvent) -> Result<Reported> {
    let mut case = change::load_for_change(tx, &input.number, input.report.action(), None).await?;
    if let Some(key) = &input.idempotency_key {
        let mut content = serde_json::to_string(&(case.number.as_str(), &input.report, input.at))?;
        content.extend(input.file.iter().map(InspectedFile::sha256));
        if let Claim::Done { at, .. } = once::claim(tx, "cases.report", key, &content, case.id.uuid()).await? {
            return Ok(Reported { recorded_at: at, repeated: true });
        }
    }
    change::check_seen(&case, input.revision)?;
    let at = happened_at(&case, input.at, tx.now())?;
    let facts = apply(tx, &mut case, input.report, input.file, at).await?;
    if matches!(case.state, State::Closed | State::Withdrawn) {
        case.closed_at.get_or_insert(at);
    }
    let facts = facts.into_iter().map(|fact| fact.at(at)).collect();
    change::keep(tx, &mut case, facts).await?;
    Ok(Reported { recorded_at: tx.now(), repeated: false })
}

/// When it happened, as the program says: between the request and now, as far as the clocks of two systems agree. What
/// lies a little before the request counts as of the same instant, so that no step of a case precedes its first.
fn happened_at(case: &Case, said: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let at = said.map_or(now, whole_micros);
    if at > now + CLOCKS_DIFFER {
        return Err(Error::invalid("report-in-future").field("at", "time-in-future"));
    }
    if at < case.submitted_at - CLOCKS_DIFFER {
        return Err(Error::invalid("report-before-case").arg("number", &case.number).field("at", "time-before-case"));
    }
    Ok(at.max(case.submitted_at))
}

async fn apply(
    tx: &mut Write,
    case: &mut Case,
    report: Report,
    file: Option<InspectedFile>,
    at: DateTime<Utc>,
) -> Result<Vec<NewEvent>> {
    match report {
        Report::Stage { name } => {
            let name = change::required_text("stage", &name, 200)?;
            change::without_personal_code("stage", &name)?;
            Ok(vec![events::stage_reported(case, &name, None, &[])?])
        }
        Report::Accepted => {
            case.advance(Act::Accept)?;
            Ok(vec![events::accepted(case)?])
        }
        Report::Decided { outcome, text } => decided(tx, case, Verdict { outcome, text, file }, at).await,
        Report::Delivered { channel } => Ok(vec![deliver_now(tx, case, channel, at).await?]),
        Report::Closed => Ok(vec![close_now(tx, case).await?]),
        Report::Withdrawn => Ok(vec![withdraw_now(tx, case).await?]),
        Report::Rated { rating, comment } => Ok(vec![rate_now(tx, case, rating, &comment).await?]),
        Report::Complained { text } => Ok(vec![complain_now(tx, case, &text).await?]),
    }
}

/// A system reports only the end of its work; the stages before it are passed through.
async fn decided(tx: &mut Write, case: &mut Case, verdict: Verdict, at: DateTime<Utc>) -> Result<Vec<NewEvent>> {
    let mut facts = match case.state {
        State::Submitted | State::Accepted => begin_now(case, None)?,
        _ => Vec::new(),
    };
    facts.push(decide_now(tx, case, verdict, at).await?);
    Ok(facts)
}
