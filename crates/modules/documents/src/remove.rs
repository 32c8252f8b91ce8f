//! Takes files of a draft away.

use crate::jobs::PURGE_TIMER;
use crate::model::Subject;
use crate::{policy, store};
use kernel::{DocumentId, DraftId, Error, Result};
use storage::Write;

/// Takes back a file of a draft. Its bytes are deleted by a timer once this is committed.
///
/// # Errors
/// Not found `document` for somebody else's; conflict `document-kept` when it belongs to a case.
pub async fn remove(tx: &mut Write, id: DocumentId) -> Result<()> {
    let document = store::find(tx.conn(), id).await?.ok_or_else(|| Error::not_found("document"))?;
    policy::remove(tx.caller(), &document)?;
    delete(tx, id).await
}

/// Removes every file of a draft, whoever asks: for the module of forms, when a draft is discarded or expires.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn remove_all_of_draft(tx: &mut Write, draft: DraftId) -> Result<()> {
    for document in store::of_subject(tx.conn(), Subject::Draft(draft)).await? {
        delete(tx, document.id).await?;
    }
    Ok(())
}

async fn delete(tx: &mut Write, id: DocumentId) -> Result<()> {
    store::delete(tx.conn(), id).await?;
    let now = tx.now();
    tx.schedule(PURGE_TIMER, id.uuid(), now).await
}
