//! Files of a draft become files of the case it was submitted as.

use crate::model::{Document, Subject};
use crate::{policy, store};
use kernel::{CaseId, DraftId, Error, Result};
use storage::Write;

/// Moves every file of a draft to a case, in the transaction that makes the case, and returns them.
///
/// # Errors
/// Not found `document` when a file of the draft is not the caller's.
pub async fn attach_to_case(tx: &mut Write, draft: DraftId, case: CaseId) -> Result<Vec<Document>> {
    let documents = store::of_subject(tx.conn(), Subject::Draft(draft)).await?;
    if documents.iter().any(|document| !policy::sees(tx.caller(), document)) {
        return Err(Error::not_found("document"));
    }
    store::move_subject(tx.conn(), Subject::Draft(draft), Subject::Case(case)).await?;
    let moved = documents.into_iter().map(|document| Document { subject: Subject::Case(case), ..document });
    Ok(moved.collect())
}
