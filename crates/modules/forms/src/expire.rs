//! Drafts that nobody came back to.

use crate::draft::Draft;
use crate::{events, store};
use kernel::{DraftId, Result, Role};
use storage::{Expected, Stream, Write};
use uuid::Uuid;

/// The timer that calls [`expire`] with the id of a draft.
pub const EXPIRE_TIMER: &str = "draft.expire";

/// Forgets the answers and files of a draft whose time is over. The bare fact that there was one stays, so that an old
/// link says "expired" and not "never heard of". Repeating it does no harm.
///
/// # Errors
/// Forbidden for everybody but the engine; unavailable when the database cannot be reached.
pub async fn expire(tx: &mut Write, subject: Uuid) -> Result<()> {
    tx.caller().require_role(&[Role::Engine])?;
    let found = store::find(tx.conn(), DraftId::new(subject)).await?;
    let is_over = |draft: &Draft| draft.submitted_case.is_none() && draft.expires_at <= tx.now();
    match found.filter(is_over) {
        Some(draft) => end(tx, draft).await,
        None => Ok(()),
    }
}

/// Ends a draft whose time is over.
pub(crate) async fn end(tx: &mut Write, mut draft: Draft) -> Result<()> {
    documents::remove_all_of_draft(tx, draft.id).await?;
    draft.forget();
    let fact = events::expired(&draft.service_code)?;
    draft.revision = tx.append(Stream::draft(draft.id), Expected::Any, vec![fact]).await?;
    store::close(tx.conn(), &draft).await?;
    tx.cancel_timer(EXPIRE_TIMER, draft.id.uuid()).await
}
