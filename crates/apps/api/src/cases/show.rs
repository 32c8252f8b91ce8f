//! `GET /api/v1/cases/{number}`

use super::shapes::CaseDetail;
use crate::etag;
use axum::{extract::Path, response::IntoResponse};
use cases::{CaseNumber, Purpose};
use http::{HeaderMap, StatusCode};
use kernel::Role;
use web_kit::{Answer, Visit};

/// A case with its answers. For staff and systems of the institution the reading goes on the client's record of who
/// looked at their data, before the answer leaves, also when nothing has changed since `If-None-Match`. Personal codes
/// among the answers are whole for the client and for the institution's system, which works with them; for staff they
/// are masked (`32••••-•••45`): a whole code is shown to them on the case's page, for a reason that goes on the record.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{number}",
    tag = "cases",
    params(("number" = String, Path, description = "Number of the case; blank or hyphen between its parts")),
    security(("person" = []), ("system" = ["cases:read"])),
    responses(
        (status = 200, description = "The case", body = CaseDetail, headers(("ETag" = String))),
        (status = 304, description = "What If-None-Match names is still so"),
        (status = 404, description = "No such case, or somebody else's"),
    ),
)]
pub async fn show(visit: Visit, Path(number): Path<String>, headers: HeaderMap) -> Answer {
    let number: CaseNumber = number.parse()?;
    let file = if visit.caller().role == Role::Client {
        cases::own_case(&visit.read().await?, &number).await?
    } else {
        let mut tx = visit.write().await?;
        let file = cases::open_case(&mut tx, &number, Purpose::of(visit.caller().role)).await?;
        tx.commit().await?;
        file
    };
    let (tag, revision) = (etag::header(file.case.revision), file.case.revision);
    if etag::known(&headers, revision) {
        return Ok((StatusCode::NOT_MODIFIED, tag).into_response());
    }
    let mut case = CaseDetail::try_from(file)?;
    if visit.caller().role.is_staff() {
        case.mask_codes();
    }
    Ok((tag, axum::Json(case)).into_response())
}
