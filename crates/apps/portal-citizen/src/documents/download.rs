//! One file of a case, as an attachment.

use ::cases::{CaseNumber, own_file};
use axum::extract::Path;
use kernel::{DocumentId, Error};
use web_kit::{Answer, Visit, attachment};

/// `GET /cases/{number}/documents/{document}`
pub(crate) async fn download(visit: Visit, Path((number, document)): Path<(String, String)>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let id: DocumentId = document.parse().map_err(|_| Error::not_found("document"))?;
    let tx = visit.read().await?;
    let (document, content) = own_file(&tx, &number, id).await?;
    Ok(attachment(&document.file_name, &document.media_type, content))
}
