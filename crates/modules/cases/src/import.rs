//! Cases from another system's log, with their own times.

use crate::{Case, CaseNumber, Outcome, State, change, events, store};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Channel, Error, Result, Role};
use storage::{Expected, NewEvent, Stream, Write};

/// A case as another system's log tells it.
#[derive(Debug, Clone)]
pub struct ImportedCase {
    /// The case it became in an earlier import; then only what is new is added.
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
    /// Events added.
    pub added: usize,
}

/// Takes over a case, or adds what is new to one taken over before.
///
/// # Errors
/// Forbidden for everybody but the platform itself; not found for an unknown service or case.
pub async fn import_case(tx: &mut Write, input: ImportedCase) -> Result<Imported> {
    tx.caller().require_role(&[Role::Engine])?;
    match input.existing {
        Some(id) => add(tx, id, &input).await,
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
        decided_at: input.closed_at,
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
    Ok(Imported { id, number: case.number, added })
}

async fn add(tx: &mut Write, id: CaseId, input: &ImportedCase) -> Result<Imported> {
    let mut case = store::by_id_for_update(tx, id).await?.ok_or_else(|| Error::not_found("case"))?;
    let mut facts = stages(&case, &input.stages)?;
    if case.closed_at.is_none() {
        case.state = input.state;
        case.outcome = input.outcome;
        case.closed_at = input.closed_at;
        case.decided_at = input.closed_at;
        facts.extend(ending(tx, &mut case, input)?);
    }
    let added = facts.len();
    if added > 0 {
        change::keep(tx, &mut case, facts).await?;
    }
    Ok(Imported { id, number: case.number, added })
}

fn stages(case: &Case, stages: &[ImportedStage]) -> Result<Vec<NewEvent>> {
    let fact = |stage: &ImportedStage| {
        Ok(events::stage_reported(case, &stage.name, stage.doer.as_deref(), &stage.flags)?.at(stage.at))
    };
    stages.iter().map(fact).collect()
}

/// The delay, if there was one, and the end, if there is one.
fn ending(tx: &Write, case: &mut Case, input: &ImportedCase) -> Result<Vec<NewEvent>> {
    let mut facts = Vec::new();
    let until = input.closed_at.unwrap_or_else(|| tx.now());
    if until > case.due_at && !case.overdue {
        case.overdue = true;
        facts.push(events::overdue(case)?);
    }
    if let Some(closed_at) = input.closed_at {
        if let Some(outcome) = input.outcome {
            facts.push(events::decided(case, outcome, "")?.at(closed_at));
        }
        facts.push(events::closed(case)?.at(closed_at));
    }
    Ok(facts)
}
