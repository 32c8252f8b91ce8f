//! `GET /api/v1/life-situations`

use crate::paging::{List, Paging};
use crate::query::Query;
use crate::services::shapes::Text;
use axum::response::IntoResponse;
use catalogue::{SituationLine, published_situations};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// Which life situations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Those in the scope of the Single Digital Gateway (Regulation 2018/1724, Annex I), or with `false` the others; all
    /// unless said.
    sdg: Option<bool>,
}

/// A life situation in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SituationSummary {
    /// Its word in addresses.
    #[schema(example = "job-loss")]
    slug: String,
    /// For whom: `residents` or `businesses`.
    #[schema(example = "residents")]
    branch: &'static str,
    /// Institution that answers for it.
    responsible: Uuid,
    title: Text,
    summary: Text,
    /// Whether it is in the scope of the Single Digital Gateway.
    #[schema(example = true)]
    sdg: bool,
    /// The day on which somebody last checked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_on: Option<NaiveDate>,
    updated_at: DateTime<Utc>,
}

impl From<SituationLine> for SituationSummary {
    fn from(line: SituationLine) -> Self {
        Self {
            branch: line.branch.as_str(),
            responsible: line.responsible.uuid(),
            title: Text::from(&line.title),
            summary: Text::from(&line.summary),
            sdg: line.sdg,
            checked_on: line.checked_on,
            updated_at: line.updated_at,
            slug: line.slug,
        }
    }
}

/// The published life situations of residents and of businesses, in the order of their words.
#[utoipa::path(
    get,
    path = "/api/v1/life-situations",
    tag = "life situations",
    params(Wanted, Paging),
    responses((status = 200, description = "A page of life situations", body = List<SituationSummary>)),
)]
pub async fn list(visit: Visit, Query(wanted): Query<Wanted>, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let page = published_situations(&tx, wanted.sdg, &paging.request()?).await?;
    Ok(axum::Json(List::from(page.map(SituationSummary::from))).into_response())
}
