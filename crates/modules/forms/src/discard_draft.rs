//! Throws a draft away.

use crate::expire::EXPIRE_TIMER;
use crate::view_draft::load_open;
use crate::{events, store};
use kernel::{DraftId, Result};
use storage::{Expected, Stream, Write};

/// Deletes the caller's draft with its files.
///
/// # Errors
/// Not found `draft`, gone `draft-expired`, conflict `draft-submitted`.
pub async fn discard_draft(tx: &mut Write, id: DraftId) -> Result<()> {
    let draft = load_open(tx, id).await?;
    documents::remove_all_of_draft(tx, id).await?;
    store::delete(tx.conn(), id).await?;
    tx.cancel_timer(EXPIRE_TIMER, id.uuid()).await?;
    let fact = events::discarded(&draft.service_code)?;
    tx.append(Stream::draft(id), Expected::Any, vec![fact]).await?;
    Ok(())
}
