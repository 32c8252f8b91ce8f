//! `GET /api/v1/cases`

use super::shapes::CaseSummary;
use crate::paging::{List, Paging};
use crate::query::Query;
use axum::response::IntoResponse;
use cases::{DeskFilter, DeskQuery, Tab};
use kernel::Role;
use web_kit::{Answer, Visit};

/// A client's own cases, newest first; for an institution's staff and systems the cases that wait for the institution,
/// the most urgent first.
#[utoipa::path(
    get,
    path = "/api/v1/cases",
    tag = "cases",
    params(Paging),
    security(("person" = []), ("system" = ["cases:read"])),
    responses((status = 200, description = "A page of cases", body = List<CaseSummary>)),
)]
pub async fn list(visit: Visit, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let page = paging.request()?;
    let found = if visit.caller().role == Role::Client {
        cases::own_cases(&tx, &page).await?.map(|case| CaseSummary::from(&case))
    } else {
        let filter = DeskFilter::all(Tab::Team);
        cases::desk(&tx, &DeskQuery { filter, page }).await?.map(|item| CaseSummary::from(&item.case))
    };
    Ok(axum::Json(List::from(found)).into_response())
}
