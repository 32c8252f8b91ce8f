//! Takes back one's own consultation, within half a minute.

use super::place;
use crate::parts::Asked;
use axum::extract::{Path, Query};
use kernel::{ConsultationId, Error};
use web_kit::{Answer, Fields, Visit};

/// Takes it back and leads to the same part of the queue.
pub async fn undo(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let id: ConsultationId = id.parse().map_err(|_| Error::not_found("page"))?;
    let mut tx = visit.write().await?;
    cases::undo_consultation(&mut tx, id).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/desk?{}done=consultation-undone", place(&Fields(asked))))
}
