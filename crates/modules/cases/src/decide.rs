//! An officer decides.

use crate::own::DECISION_FIELD;
use crate::{Act, Action, Case, CaseNumber, Decision, Outcome, change, events, store};
use chrono::{DateTime, Utc};
use documents::{InspectedFile, Subject, Upload};
use kernel::{DocumentId, Error, FieldError, Result};
use storage::{NewEvent, Write};

/// A decision about to be made.
#[derive(Debug, Clone)]
pub struct Decide {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the officer has seen.
    pub revision: i64,
    /// How.
    pub outcome: Outcome,
    /// Its words, with the reasons and how to contest it.
    pub text: String,
    /// The decision as a file, as `documents::inspect` accepted it.
    pub file: Option<InspectedFile>,
}

/// Decides a case; the client sees the result when it is delivered.
///
/// # Errors
/// Invalid for an empty text; conflict when the case is not being worked on; stale when it changed meanwhile;
/// conflict for a file where the client is unknown.
pub async fn decide(tx: &mut Write, input: Decide) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::Handle, Some(input.revision)).await?;
    let verdict = Verdict { outcome: input.outcome, text: input.text, file: input.file };
    let at = tx.now();
    let fact = decide_now(tx, &mut case, verdict, at).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// What is decided, as it was told.
pub struct Verdict {
    /// How.
    pub outcome: Outcome,
    /// Its words.
    pub text: String,
    /// The decision as a file.
    pub file: Option<InspectedFile>,
}

/// Decides a case that the caller has loaded and may decide; the case is to be kept with the fact. It is decided since
/// `at`.
pub async fn decide_now(tx: &mut Write, case: &mut Case, verdict: Verdict, at: DateTime<Utc>) -> Result<NewEvent> {
    let text = checked(&verdict.text)?;
    case.advance(Act::Decide)?;
    let document = keep_file(tx, case, verdict.file).await?;
    case.outcome = Some(verdict.outcome);
    case.decided_at = Some(at);
    let decision = Decision { outcome: verdict.outcome, text, document, decided_at: at };
    store::insert_decision(tx, case.id, &decision).await?;
    tx.cancel_timer(change::OVERDUE, case.id.uuid()).await?;
    events::decided(case, verdict.outcome, &decision.text)
}

fn checked(text: &str) -> Result<String> {
    change::required_text("text", text, 20_000)
}

/// What is wrong with the words of a decision, for a door that tells it together with what is wrong beside them.
#[must_use]
pub fn decision_faults(text: &str) -> Vec<FieldError> {
    change::faults_of(checked(text))
}

/// Keeps the decision as a file, where there is one, for a client who is known.
async fn keep_file(tx: &mut Write, case: &Case, file: Option<InspectedFile>) -> Result<Option<DocumentId>> {
    let Some(file) = file else { return Ok(None) };
    let owner = case.client.ok_or_else(|| Error::conflict("case-has-no-client"))?;
    let upload = Upload { owner, subject: Subject::Case(case.id), field: DECISION_FIELD.to_owned(), file };
    documents::store_upload(tx, upload).await.map(Some)
}
