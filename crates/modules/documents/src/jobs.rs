//! Deletes the bytes of files whose rows are gone.

use crate::store;
use kernel::{DocumentId, Result};
use storage::Write;
use uuid::Uuid;

/// The timer that calls [`purge`] with the id of a document.
pub const PURGE_TIMER: &str = "document.purge";

/// Deletes the bytes of a document, unless its row is still there. Runs after the removal is committed, so a removal
/// that is rolled back loses nothing; repeating it does no harm.
///
/// # Errors
/// Unavailable when the file store cannot be reached; the timer tries again.
pub async fn purge(tx: &mut Write, subject: Uuid) -> Result<()> {
    let id = DocumentId::new(subject);
    if store::find(tx.conn(), id).await?.is_none() {
        tx.blobs().delete(&store::blob_key(id)).await?;
    }
    Ok(())
}
