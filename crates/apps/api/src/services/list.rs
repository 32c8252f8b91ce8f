//! `GET /api/v1/services`

use super::shapes::ServiceSummary;
use crate::paging::{List, Paging};
use axum::{extract::Query, response::IntoResponse};
use catalogue::{SearchIndex, ServiceFilter};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use web_kit::{Answer, Visit};

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Words; without them every service in the order of its code.
    q: Option<String>,
}

/// Lists or searches the services of the catalogue.
#[utoipa::path(
    get,
    path = "/api/v1/services",
    tag = "services",
    params(Search, Paging),
    responses((status = 200, description = "A page of services", body = List<ServiceSummary>)),
)]
pub async fn list(visit: Visit, Query(search): Query<Search>, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let (filter, page) = (ServiceFilter::default(), paging.request()?);
    let words = search.q.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let found = match words {
        Some(words) => {
            let index = visit.state().part::<Arc<SearchIndex>>()?;
            catalogue::search_services(&tx, index, words, &filter, &page).await?.page
        }
        None => catalogue::list_services(&tx, &filter, &page).await?,
    };
    Ok(axum::Json(List::from(found.map(ServiceSummary::from))).into_response())
}
