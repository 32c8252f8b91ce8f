//! An officer decides.

use crate::{Act, Action, Case, CaseNumber, Decision, Outcome, change, events, store};
use documents::{InspectedFile, Subject, Upload};
use kernel::{DocumentId, Error, FieldError, Result};
use storage::Write;

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
    let text = checked(&input.text)?;
    case.advance(Act::Decide)?;
    let document = keep_decision(tx, &case, input.file).await?;
    case.outcome = Some(input.outcome);
    case.decided_at = Some(tx.now());
    let decision = Decision { outcome: input.outcome, text, document, decided_at: tx.now() };
    store::insert_decision(tx, case.id, &decision).await?;
    tx.cancel_timer(change::OVERDUE, case.id.uuid()).await?;
    let fact = events::decided(&case, input.outcome, &decision.text)?;
    change::keep(tx, &mut case, vec![fact]).await
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
pub async fn keep_decision(tx: &mut Write, case: &Case, file: Option<InspectedFile>) -> Result<Option<DocumentId>> {
    let Some(file) = file else { return Ok(None) };
    let owner = case.client.ok_or_else(|| Error::conflict("case-has-no-client"))?;
    let upload = Upload { owner, subject: Subject::Case(case.id), field: "decision".to_owned(), file };
    documents::store_upload(tx, upload).await.map(Some)
}
