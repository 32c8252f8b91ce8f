//! One file of a case, as an attachment.

use ::cases::{CaseNumber, case_file};
use axum::extract::Path;
use kernel::{DocumentId, Error};
use web_kit::{Answer, Visit, attachment};

/// `GET /cases/{number}/documents/{document}`
pub(crate) async fn download(visit: Visit, Path((number, document)): Path<(String, String)>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let id: DocumentId = document.parse().map_err(|_| Error::not_found("document"))?;
    let mut tx = visit.write().await?;
    let (document, content) = case_file(&mut tx, &number, id).await?;
    tx.commit().await?;
    Ok(attachment(&document.file_name, &document.media_type, content))
}
