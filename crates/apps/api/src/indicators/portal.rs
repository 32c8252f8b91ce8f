//! `GET /api/v1/indicators/portal`, `.csv`

use axum::body::Bytes;
use axum::response::IntoResponse;
use indicators::{portal_indicators, write_portal_csv};
use serde::Serialize;
use utoipa::ToSchema;
use web_kit::{Answer, Visit, attachment};

/// A count, and how many of it are of a kind. Figures under five are `null`, and so are those that would give one away.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalShare {
    #[schema(example = 1240)]
    total: Option<i64>,
    /// Those of the kind.
    #[schema(example = 806)]
    part: Option<i64>,
    /// `part` of `total`; `null` also where there is nothing to divide by.
    #[schema(example = 0.65)]
    share: Option<f64>,
}

impl From<indicators::Share> for PortalShare {
    fn from(found: indicators::Share) -> Self {
        Self { total: found.whole.value(), part: found.part.value(), share: found.share }
    }
}

/// Figures of the whole portal.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalFigures {
    /// Cases requested by any channel; of them electronically.
    requested: PortalShare,
    /// Searches; of them those that found something.
    searches: PortalShare,
    /// Answers to "did you find what you were looking for"; of them yes.
    answers: PortalShare,
    /// Answers to "was this helpful" under news and help; of them yes.
    article_answers: PortalShare,
    /// Ratings of cases that are done.
    #[schema(example = 96)]
    rated: Option<i64>,
    /// Their average, 1 to 5.
    #[schema(example = 4.4)]
    rating_average: Option<f64>,
}

impl From<&indicators::PortalFigures> for PortalFigures {
    fn from(found: &indicators::PortalFigures) -> Self {
        Self {
            requested: found.requested.into(),
            searches: found.searches.into(),
            answers: found.answers.into(),
            article_answers: found.article_answers.into(),
            rated: found.rated.value(),
            rating_average: found.rating_average,
        }
    }
}

/// A month with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalMonth {
    #[schema(example = "2026-11")]
    month: String,
    figures: PortalFigures,
}

/// Use of e-services, use of content and satisfaction.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalIndicators {
    /// The last twelve months, oldest first; the present one is not over.
    months: Vec<PortalMonth>,
    /// All of them together.
    total: PortalFigures,
}

/// Indicators of the portal itself (MK 400), by month: how many cases are requested and which share electronically, how
/// often people search and find something, and what they say of it.
#[utoipa::path(
    get,
    path = "/api/v1/indicators/portal",
    tag = "indicators",
    responses((status = 200, description = "The figures of twelve months", body = PortalIndicators)),
)]
pub async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let found = portal_indicators(&tx).await?;
    let month = |one: &indicators::PortalMonth| PortalMonth {
        month: one.month.to_string(),
        figures: PortalFigures::from(&one.figures),
    };
    let body =
        PortalIndicators { months: found.months.iter().map(month).collect(), total: PortalFigures::from(&found.total) };
    Ok(axum::Json(body).into_response())
}

/// The same as a table: a line for each month and one called `total`; hidden figures are `<5`.
#[utoipa::path(
    get,
    path = "/api/v1/indicators/portal.csv",
    tag = "indicators",
    responses((status = 200, description = "The figures of twelve months", body = String, content_type = "text/csv")),
)]
pub async fn csv(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let mut table = Vec::new();
    write_portal_csv(&portal_indicators(&tx).await?, &mut table)?;
    Ok(attachment("portal-indicators.csv", "text/csv; charset=utf-8", Bytes::from(table)))
}
