//! A case of another system's log is told again: what is new of it, and what its source has corrected.
//!
//! The source stands for the values of a case until somebody works on the case here: from then on the case is theirs, and
//! only new stages are added to what is known of its course.

use crate::import::{decided_at, delay, ending, is_late, stages};
use crate::{Case, Imported, ImportedCase, Outcome, State, change, events, store};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Channel, Error, Result, Role};
use serde::Serialize;
use storage::{Expected, NewEvent, Read, Stream, Write, events_of_stream};

/// Events of a case that are looked at in one go.
const EVENTS: usize = 500;

/// What a source tells of a case. A correction carries all of it as it was and as it is, so that whoever has counted the
/// case can take out the one and add the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Values {
    channel: Channel,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    submitted_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<DateTime<Utc>>,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    overdue: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    flags: Vec<String>,
}

impl Values {
    fn of(case: &Case) -> Self {
        Self {
            channel: case.channel,
            unit: case.unit.clone(),
            submitted_at: case.submitted_at,
            due_at: case.due_at,
            closed_at: case.closed_at,
            state: case.state,
            outcome: case.outcome,
            overdue: case.overdue,
            flags: case.flags.clone(),
        }
    }

    /// The names of what differs.
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        let values = [
            ("channel", self.channel != other.channel),
            ("unit", self.unit != other.unit),
            ("submitted_at", self.submitted_at != other.submitted_at),
            ("due_at", self.due_at != other.due_at),
            ("closed_at", self.closed_at != other.closed_at),
            ("state", self.state != other.state),
            ("outcome", self.outcome != other.outcome),
            ("overdue", self.overdue != other.overdue),
            ("flags", self.flags != other.flags),
        ];
        values.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
    }
}

/// Adds what is new to a case that was taken over before, and takes over what its source has corrected.
///
/// # Errors
/// Not found for an unknown case.
pub async fn add(tx: &mut Write, id: CaseId, input: &ImportedCase) -> Result<Imported> {
    let mut case = store::by_id_for_update(tx, id).await?.ok_or_else(|| Error::not_found("case"))?;
    let new = stages(&case, &input.stages)?;
    let differing = Values::of(&case).differing(&Values::of(&as_told(&case, input)));
    if !differing.is_empty() && is_worked_on(tx, &case).await? {
        let added = new.len();
        keep(tx, &mut case, new).await?;
        return Ok(Imported { id, number: case.number, added, corrected: false, kept: differing });
    }
    take_over(tx, case, input, new).await
}

/// The case with the values that the source tells. A deadline that it no longer tells stays as it was, and so does the
/// day of a decision while the end is the same: a case that was decided here is decided.
fn as_told(case: &Case, input: &ImportedCase) -> Case {
    let same_end = input.closed_at == case.closed_at && input.state != State::Withdrawn;
    Case {
        channel: input.channel,
        unit: input.unit.clone(),
        submitted_at: input.submitted_at,
        due_at: input.due_at.unwrap_or(case.due_at),
        closed_at: input.closed_at,
        decided_at: if same_end { case.decided_at } else { decided_at(input) },
        state: input.state,
        outcome: input.outcome,
        flags: input.flags.clone(),
        ..case.clone()
    }
}

/// Whether anybody but the platform itself, which imports and minds the deadlines, has done something to the case.
async fn is_worked_on(tx: &Read, case: &Case) -> Result<bool> {
    let (stream, mut after) = (Stream::case(case.id), 0);
    loop {
        let events = events_of_stream(tx, &stream, after, EVENTS as u64).await?;
        if events.iter().any(|event| event.actor.role != Role::Engine) {
            return Ok(true);
        }
        match events.last() {
            Some(last) if events.len() == EVENTS => after = last.sequence,
            _ => return Ok(false),
        }
    }
}

/// New stages and the end of an open case are its course and facts of their own; everything else that differs is one
/// correction.
async fn take_over(tx: &mut Write, mut case: Case, input: &ImportedCase, new: Vec<NewEvent>) -> Result<Imported> {
    let told = as_told(&case, input);
    let was_open = case.closed_at.is_none();
    if was_open && (input.closed_at.is_some() || !new.is_empty()) {
        (case.state, case.outcome) = (told.state, told.outcome);
    }
    let ends = was_open && input.closed_at.is_some();
    let was = Values::of(&case);
    let mut case = told;
    // Late is taken back where the corrected times say so; that a case is late after all is a fact of its own.
    case.overdue = case.overdue && is_late(tx, &case);
    let is = Values { closed_at: if ends { None } else { case.closed_at }, ..Values::of(&case) };
    let corrected = was != is;
    let mut facts = new;
    if corrected {
        facts.push(events::corrected(&case, &was, &is)?);
    }
    if ends {
        facts.extend(ending(tx, &mut case, input)?);
    } else {
        facts.extend(delay(tx, &mut case)?);
    }
    let added = facts.len() - usize::from(corrected);
    keep(tx, &mut case, facts).await?;
    if corrected && case.state.is_undecided() && !case.overdue {
        tx.schedule(change::OVERDUE, case.id.uuid(), case.due_at).await?;
    }
    Ok(Imported { id: case.id, number: case.number, added, corrected, kept: Vec::new() })
}

/// Appends the facts and keeps the case. Its end is what the source tells and never the moment of the import.
async fn keep(tx: &mut Write, case: &mut Case, facts: Vec<NewEvent>) -> Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    case.revision = tx.append(Stream::case(case.id), Expected::At(case.revision), facts).await?;
    store::update(tx, case).await
}
