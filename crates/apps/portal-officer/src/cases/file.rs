//! Hands out a file of a case, on the record.

use axum::extract::Path;
use kernel::{DocumentId, Error};
use web_kit::{Answer, Visit, attachment};

/// The file as an attachment; the access record is committed first, and nobody who writes waits for the reading.
pub async fn file(visit: Visit, Path((number, id)): Path<(String, String)>) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Error::not_found("document"))?;
    let mut tx = visit.write().await?;
    let recorded = cases::case_file(&mut tx, &number.parse()?, id).await?;
    tx.commit().await?;
    let (document, content) = cases::read_file(&visit.read().await?, recorded).await?;
    Ok(attachment(&document.file_name, &document.media_type, content))
}
