//! `GET /api/v1/cases/{number}/events`

use super::shapes::CaseEvent;
use crate::{
    etag,
    paging::{List, Paging},
    query::Query,
};
use axum::{extract::Path, response::IntoResponse};
use cases::CaseNumber;
use web_kit::{Answer, Visit};

/// The steps of a case, oldest first. `ETag` is the revision of the case, on every page.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{number}/events",
    tag = "cases",
    params(("number" = String, Path, description = "Number of the case"), Paging),
    security(("person" = []), ("system" = ["cases:read"])),
    responses(
        (status = 200, description = "A page of steps", body = List<CaseEvent>, headers(("ETag" = String))),
        (status = 404, description = "No such case, or somebody else's"),
        (status = 422, description = "A cursor that is none"),
    ),
)]
pub async fn list(visit: Visit, Path(number): Path<String>, Query(paging): Query<Paging>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let page = paging.request()?;
    let tx = visit.read().await?;
    let (case, steps) = cases::history_page(&tx, &number, &page).await?;
    Ok((etag::header(case.revision), axum::Json(List::from(steps.map(CaseEvent::from)))).into_response())
}
