//! An institution's system reports what happened to a case in its own process (INF-01, REG-06).

use crate::{Act, Action, Case, CaseNumber, Decision, Outcome, State, change, events, store};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Channel, Error, Result};
use storage::{NewEvent, Write};

/// What is reported.
#[derive(Debug, Clone)]
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
}

/// A report about a case.
#[derive(Debug, Clone)]
pub struct ReportStage {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the system has seen, where it knows it.
    pub revision: Option<i64>,
    /// What.
    pub report: Report,
    /// When it happened; not in the future.
    pub at: Option<DateTime<Utc>>,
}

/// Keeps a report and returns the new revision.
///
/// # Errors
/// Not found for a case of another institution; conflict when the report does not fit the state; invalid for a time in
/// the future or an empty text; stale when the case changed meanwhile.
pub async fn report_stage(tx: &mut Write, input: ReportStage) -> Result<i64> {
    let mut case = change::load_for_change(tx, &input.number, Action::Report, input.revision).await?;
    let at = input.at.unwrap_or_else(|| tx.now());
    if at > tx.now() + TimeDelta::minutes(1) {
        return Err(Error::invalid("report-in-future").field("at", "time-in-future"));
    }
    let facts = apply(tx, &mut case, input.report, at).await?;
    let facts = facts.into_iter().map(|fact| fact.at(at)).collect();
    change::keep(tx, &mut case, facts).await?;
    Ok(case.revision)
}

async fn apply(tx: &mut Write, case: &mut Case, report: Report, at: DateTime<Utc>) -> Result<Vec<NewEvent>> {
    match report {
        Report::Stage { name } => {
            let name = change::required_text("stage", &name, 200)?;
            Ok(vec![events::stage_reported(case, &name, None, &[])?])
        }
        Report::Accepted => {
            case.advance(Act::Accept)?;
            Ok(vec![events::accepted(case)?])
        }
        Report::Decided { outcome, text } => decided(tx, case, outcome, &text, at).await,
        Report::Delivered { channel } => {
            case.advance(Act::Deliver)?;
            case.receipt_channel = Some(channel);
            Ok(vec![events::delivered(case, channel)?])
        }
        Report::Closed => {
            case.advance(Act::Close)?;
            Ok(vec![events::closed(case)?])
        }
    }
}

/// A system reports only the end of its work; the stages before it are passed through.
async fn decided(
    tx: &mut Write,
    case: &mut Case,
    outcome: Outcome,
    text: &str,
    at: DateTime<Utc>,
) -> Result<Vec<NewEvent>> {
    let text = change::required_text("text", text, 20_000)?;
    let mut facts = Vec::with_capacity(3);
    if case.state == State::Submitted {
        case.advance(Act::Accept)?;
        facts.push(events::accepted(case)?);
    }
    if case.state == State::Accepted {
        case.advance(Act::Claim)?;
        facts.push(events::claimed(case, None)?);
    }
    case.advance(Act::Decide)?;
    case.outcome = Some(outcome);
    case.decided_at = Some(at);
    store::insert_decision(tx, case.id, &Decision { outcome, text: text.clone(), document: None, decided_at: at })
        .await?;
    tx.cancel_timer(change::OVERDUE, case.id.uuid()).await?;
    facts.push(events::decided(case, outcome, &text)?);
    Ok(facts)
}
