//! `GET /api/v1/cases/{number}`

use super::shapes::CaseDetail;
use crate::etag;
use axum::{extract::Path, response::IntoResponse};
use cases::{CaseNumber, Purpose};
use kernel::Role;
use web_kit::{Answer, Visit};

/// A case with its answers. For staff and systems of the institution the reading goes on the client's record of who
/// looked at their data, before the answer leaves.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{number}",
    tag = "cases",
    params(("number" = String, Path, description = "Number of the case; blank or hyphen between its parts")),
    security(("person" = []), ("system" = ["cases:read"])),
    responses(
        (status = 200, description = "The case", body = CaseDetail, headers(("ETag" = String))),
        (status = 404, description = "No such case, or somebody else's"),
    ),
)]
pub async fn show(visit: Visit, Path(number): Path<String>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let file = if visit.caller().role == Role::Client {
        cases::own_case(&visit.read().await?, &number).await?
    } else {
        let mut tx = visit.write().await?;
        let file = cases::open_case(&mut tx, &number, Purpose::of(visit.caller().role)).await?;
        tx.commit().await?;
        file
    };
    Ok((etag::header(file.case.revision), axum::Json(CaseDetail::try_from(file)?)).into_response())
}
