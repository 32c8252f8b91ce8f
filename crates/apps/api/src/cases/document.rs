//! `GET /api/v1/cases/{number}/documents/{id}`

use axum::extract::Path;
use cases::CaseNumber;
use kernel::{DocumentId, Error, Role};
use web_kit::{Answer, Visit, attachment};

/// A file of a case, as it was sent: its `id` stands among the `files` of the case. For staff and systems of the
/// institution the reading goes on the client's record of who looked at their data, before the answer leaves.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{number}/documents/{id}",
    tag = "cases",
    params(
        ("number" = String, Path, description = "Number of the case; blank or hyphen between its parts"),
        ("id" = String, Path, description = "Id of the file"),
    ),
    security(("person" = []), ("system" = ["cases:read"])),
    responses(
        (status = 200, description = "The file, of the type that `media_type` among the files of the case says", body = String, content_type = "*/*"),
        (status = 404, description = "No such case or file, somebody else's, or a decision that is not delivered yet"),
    ),
)]
pub async fn show(visit: Visit, Path((number, id)): Path<(String, String)>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let id: DocumentId = id.parse().map_err(|_| Error::not_found("document"))?;
    let (document, content) = if visit.caller().role == Role::Client {
        cases::own_file(&visit.read().await?, &number, id).await?
    } else {
        let mut tx = visit.write().await?;
        let recorded = cases::case_file(&mut tx, &number, id).await?;
        tx.commit().await?;
        cases::read_file(&visit.read().await?, recorded).await?
    };
    Ok(attachment(&document.file_name, &document.media_type, content))
}
