//! `GET /api/v1/cases/{number}/events`

use super::shapes::CaseEvent;
use crate::{etag, paging::List};
use axum::{extract::Path, response::IntoResponse};
use cases::CaseNumber;
use web_kit::{Answer, Visit};

/// Every step of a case, oldest first.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{number}/events",
    tag = "cases",
    params(("number" = String, Path, description = "Number of the case")),
    security(("person" = []), ("system" = ["cases:read"])),
    responses(
        (status = 200, description = "The steps", body = List<CaseEvent>, headers(("ETag" = String))),
        (status = 404, description = "No such case, or somebody else's"),
    ),
)]
pub async fn list(visit: Visit, Path(number): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let number: CaseNumber = number.parse()?;
    let (case, stages) = cases::history(&tx, &number).await?;
    let items = stages.into_iter().map(CaseEvent::from).collect();
    Ok((etag::header(case.revision), axum::Json(List { items, next: None })).into_response())
}
