//! A client's own cases.

use crate::{Action, Case, CaseFile, CaseNumber, State, change, history::stages_of, store};
use forms::{Answers, Sources};
use kernel::{Page, PageRequest, Result};
use storage::Read;

/// One of the client's own cases (ACC-14). The decision is there from its delivery on.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case.
pub async fn own_case(tx: &Read, number: &CaseNumber) -> Result<CaseFile> {
    let case = change::load(tx, number, Action::ReadOwn).await?;
    let (answers, sources) = answers_of(tx, &case).await?;
    let delivered = matches!(case.state, State::Delivered | State::Closed);
    let decision = if delivered { store::decision(tx, case.id).await? } else { None };
    let mut documents = documents::documents_of_case(tx, case.id).await?;
    documents.retain(|document| delivered || document.field != "decision");
    Ok(CaseFile {
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

/// The client's own cases, newest first; of a company those of the services that the caller may use (POR-10).
///
/// # Errors
/// Unauthenticated; forbidden for staff; invalid for a foreign cursor.
pub async fn own_cases(tx: &Read, page: &PageRequest) -> Result<Page<Case>> {
    let client = tx.caller().require_party()?;
    store::of_client(tx, client, &tx.caller().remit, page).await
}

/// Answers and sources of a case that the caller may read.
pub async fn answers_of(tx: &Read, case: &Case) -> Result<(Answers, Sources)> {
    let Some((answers, sources)) = store::answers(tx, case.id).await? else {
        return Ok((Answers::new(), Sources::new()));
    };
    Ok((serde_json::from_str(&answers)?, serde_json::from_str(&sources)?))
}
