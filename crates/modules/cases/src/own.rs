//! A client's own cases.

use crate::{
    Action, Case, CaseNumber, Decision, Feedback, InformationRequest, Stage, State, change, history::stages_of, store,
};
use documents::Document;
use forms::{Answers, Sources};
use kernel::{Page, PageRequest, Result};
use storage::Read;

/// A case as its client sees it (ACC-14).
#[derive(Debug, Clone)]
pub struct OwnCase {
    /// The case.
    pub case: Case,
    /// What was answered.
    pub answers: Answers,
    /// Which answers came from which register.
    pub sources: Sources,
    /// Questions and answers.
    pub requests: Vec<InformationRequest>,
    /// The decision, once it is delivered.
    pub decision: Option<Decision>,
    /// The client's rating.
    pub feedback: Option<Feedback>,
    /// Files.
    pub documents: Vec<Document>,
    /// What happened, oldest first.
    pub stages: Vec<Stage>,
}

/// One of the client's own cases.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case.
pub async fn own_case(tx: &Read, number: &CaseNumber) -> Result<OwnCase> {
    let case = change::load(tx, number, Action::ReadOwn).await?;
    let (answers, sources) = answers_of(tx, &case).await?;
    let delivered = matches!(case.state, State::Delivered | State::Closed);
    let decision = if delivered { store::decision(tx, case.id).await? } else { None };
    let mut documents = documents::documents_of_case(tx, case.id).await?;
    documents.retain(|document| delivered || document.field != "decision");
    Ok(OwnCase {
        answers,
        sources,
        requests: store::requests(tx, case.id).await?,
        decision,
        feedback: store::feedback(tx, case.id).await?,
        documents,
        stages: stages_of(tx, &case).await?,
        case,
    })
}

/// The client's own cases, newest first.
///
/// # Errors
/// Unauthenticated; forbidden for staff; invalid for a foreign cursor.
pub async fn own_cases(tx: &Read, page: &PageRequest) -> Result<Page<Case>> {
    let client = tx.caller().require_party()?;
    store::of_client(tx, client, page).await
}

/// Answers and sources of a case that the caller may read.
pub async fn answers_of(tx: &Read, case: &Case) -> Result<(Answers, Sources)> {
    let Some((answers, sources)) = store::answers(tx, case.id).await? else {
        return Ok((Answers::new(), Sources::new()));
    };
    Ok((serde_json::from_str(&answers)?, serde_json::from_str(&sources)?))
}
