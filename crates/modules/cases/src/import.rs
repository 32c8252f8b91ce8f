//! Cases from another system's log, with their own times.

use crate::{Case, CaseNumber, Outcome, State, change, correct, events, store};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Channel, Result, Role};
use storage::{Expected, NewEvent, Stream, Write};

/// A case as another system's log tells it.
#[derive(Debug, Clone)]
pub struct ImportedCase {
    /// The case it became in an earlier import; then what is new is added, and what its source corrected is taken over.
    pub existing: Option<CaseId>,
    /// Code of the service.
    pub service: String,
    /// By which channel it came.
    pub channel: Channel,
    /// Part of the institution.
    pub unit: Option<String>,
    /// When it came.
    pub submitted_at: DateTime<Utc>,
    /// Until when it was to be decided; the service's own deadline when the log names none.
    pub due_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: State,
    /// How it was decided, where the log tells.
    pub outcome: Option<Outcome>,
    /// The stages that are new, in order.
    pub stages: Vec<ImportedStage>,
    /// Doubts: `end_before_start` …
    pub flags: Vec<String>,
}

/// A stage as another system's log tells it.
#[derive(Debug, Clone)]
pub struct ImportedStage {
    /// Its name.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, as that system names its resources.
    pub doer: Option<String>,
    /// Doubts.
    pub flags: Vec<String>,
}

/// What an import did to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The case.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Events added, the one about a correction aside.
    pub added: usize,
    /// Whether values of the case were corrected.
    pub corrected: bool,
    /// Values that are others here than in the source and stay so, because somebody has worked on the case here.
    pub kept: Vec<&'static str>,
}

/// Takes over a case. One that was taken over before gets what is new and what its source has corrected.
///
/// # Errors
/// Forbidden for everybody but the platform itself; not found for an unknown service or case.
pub async fn import_case(tx: &mut Write, input: ImportedCase) -> Result<Imported> {
    tx.caller().require_role(&[Role::Engine])?;
    match input.existing {
        Some(id) => correct::add(tx, id, &input).await,
        None => create(tx, &input).await,
    }
}

async fn create(tx: &mut Write, input: &ImportedCase) -> Result<Imported> {
    let service = catalogue::service(tx, &input.service).await?;
    let id = CaseId::new(tx.ids().uuid());
    let n = tx.next_number(&format!("case/{}", service.code)).await?;
    let due_at = match input.due_at {
        Some(due_at) => due_at,
        None => {
            let calendar = change::calendar_of(tx, service.provider).await?;
            calendar.due_at(input.submitted_at, worktime::Deadline::Months(1))
        }
    };
    let mut case = Case {
        id,
        number: CaseNumber::new(&service.code, n),
        service: service.code.clone(),
        holder: service.holder,
        handler: service.provider,
        unit: input.unit.clone(),
        client: None,
        applicant: None,
        channel: input.channel,
        receipt_channel: None,
        state: input.state,
        outcome: input.outcome,
        assignee: None,
        submitted_at: input.submitted_at,
        due_at,
        remaining: None,
        decided_at: decided_at(input),
        closed_at: input.closed_at,
        overdue: false,
        form: None,
        flags: input.flags.clone(),
        revision: 0,
    };
    let submission = events::Submission {
        channel: case.channel,
        due_at,
        number: case.number.as_str(),
        draft: false,
        draft_id: None,
        form: None,
        answers: None,
        flags: &input.flags,
    };
    let mut facts = vec![events::submitted(&case, submission)?];
    facts.extend(stages(&case, &input.stages)?);
    facts.extend(ending(tx, &mut case, input)?);
    let added = facts.len();
    case.revision = tx.append(Stream::case(id), Expected::New, facts).await?;
    store::insert(tx, &case).await?;
    if case.state.is_undecided() && !case.overdue {
        tx.schedule(change::OVERDUE, id.uuid(), case.due_at).await?;
    }
    Ok(Imported { id, number: case.number, added, corrected: false, kept: Vec::new() })
}

/// The facts of stages that are new.
pub fn stages(case: &Case, stages: &[ImportedStage]) -> Result<Vec<NewEvent>> {
    let fact = |stage: &ImportedStage| {
        Ok(events::stage_reported(case, &stage.name, stage.doer.as_deref(), &stage.flags)?.at(stage.at))
    };
    stages.iter().map(fact).collect()
}

/// The delay, if there was one, and the end, if there is one.
pub fn ending(tx: &Write, case: &mut Case, input: &ImportedCase) -> Result<Vec<NewEvent>> {
    let mut facts = Vec::new();
    facts.extend(delay(tx, case)?);
    let Some(closed_at) = input.closed_at else { return Ok(facts) };
    if input.state == State::Withdrawn {
        facts.push(events::withdrawn(case)?.at(closed_at));
        return Ok(facts);
    }
    if let Some(outcome) = input.outcome {
        facts.push(events::decided(case, outcome, "")?.at(closed_at));
    }
    facts.push(events::closed(case)?.at(closed_at));
    Ok(facts)
}

/// When the case was decided, as far as another system's log tells: at its end, unless it was taken back.
pub fn decided_at(input: &ImportedCase) -> Option<DateTime<Utc>> {
    input.closed_at.filter(|_| input.state != State::Withdrawn)
}

/// The delay of a case that is late and was not known to be.
pub fn delay(tx: &Write, case: &mut Case) -> Result<Option<NewEvent>> {
    if case.overdue || !is_late(tx, case) {
        return Ok(None);
    }
    case.overdue = true;
    events::overdue(case).map(Some)
}

/// Whether the case ended after its deadline, or has not ended and the deadline is over.
pub fn is_late(tx: &Write, case: &Case) -> bool {
    case.closed_at.unwrap_or_else(|| tx.now()) > case.due_at
}
