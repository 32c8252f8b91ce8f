//! `GET /api/v1/services`

use super::shapes::ServiceSummary;
use crate::paging::{List, Paging};
use crate::query::Query;
use axum::http::{HeaderValue, header::RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use catalogue::{Chosen, FacetName, FindServices, SearchIndex, ServiceFilter, ServiceListItem};
use kernel::{Error, FieldError};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use web_kit::{Answer, Failure, Visit};

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Words; without them every service in the order of its code.
    q: Option<String>,
    /// For whom: `natural_person`, `legal_person`. Of several, separated by commas, one is enough, here and below.
    client: Option<String>,
    /// Channels: `electronic`, `phone`, `post`, `centre`, `institution`.
    channel: Option<String>,
    /// Whether it can be requested on-line: `yes` or `no`.
    online: Option<String>,
    /// Life situations: `childbirth`.
    life: Option<String>,
    /// Ids of holders.
    holder: Option<String>,
    /// ATVK codes of municipalities, or `LV` for what is given everywhere.
    territory: Option<String>,
    /// Those in the scope of the Single Digital Gateway (Regulation 2018/1724), or with `false` the others.
    sdg: Option<bool>,
}

impl Search {
    /// What the list is narrowed to.
    fn chosen(&self) -> kernel::Result<Chosen> {
        let mut chosen = Chosen::default();
        for (name, values) in [
            (FacetName::Client, &self.client),
            (FacetName::Channel, &self.channel),
            (FacetName::Online, &self.online),
            (FacetName::Life, &self.life),
            (FacetName::Holder, &self.holder),
            (FacetName::Territory, &self.territory),
        ] {
            for value in values.iter().flat_map(|values| values.split(',')).filter(|value| !value.is_empty()) {
                chosen.pick(name, value).map_err(|error| named(error, name))?;
            }
        }
        if let Some(sdg) = self.sdg {
            chosen.pick(FacetName::Sdg, if sdg { "yes" } else { "no" })?;
        }
        Ok(chosen)
    }
}

/// The error with the parameter that it is about.
fn named(error: Error, parameter: FacetName) -> Error {
    let field = FieldError::of(parameter.as_str(), &error);
    error.fields([field])
}

/// Seconds after which it is worth asking again while the first search index is being built: a whole register of 100,000
/// takes about ten.
const BUILDING: &str = "10";

/// An empty list would be an untruth while the first index is being built.
fn not_yet() -> Response {
    let mut answer = Failure::from(Error::unavailable("search-building")).into_response();
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(BUILDING));
    answer
}

/// Lists or searches the services of the catalogue.
#[utoipa::path(
    get,
    path = "/api/v1/services",
    tag = "services",
    params(Search, Paging),
    responses(
        (status = 200, description = "A page of services", body = List<ServiceSummary>),
        (status = 503, description = "The first search index is being built: ask again after `Retry-After` seconds"),
    ),
)]
pub async fn list(visit: Visit, Query(search): Query<Search>, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let (filter, page, chosen) = (ServiceFilter::default(), paging.request()?, search.chosen()?);
    let words = search.q.as_deref().unwrap_or_default().trim();
    let found = if words.is_empty() && chosen.is_empty() {
        catalogue::list_services(&tx, &filter, &page).await?
    } else {
        let index = visit.state().part::<Arc<SearchIndex>>()?;
        if !index.is_built() {
            return Ok(not_yet());
        }
        let find = FindServices { words: words.to_owned(), states: filter.states, chosen, page };
        catalogue::find_services(&tx, index, &find).await?.page
    };
    let online = catalogue::online_of(&tx, &found.items.iter().collect::<Vec<_>>()).await?;
    let summary = |item: ServiceListItem| {
        let online = online.get(&item.id).copied();
        ServiceSummary::new(item, online)
    };
    Ok(axum::Json(List::from(found.map(summary))).into_response())
}
