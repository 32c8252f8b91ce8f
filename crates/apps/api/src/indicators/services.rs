//! `GET /api/v1/indicators/services`

use crate::paging::{List, Paging};
use crate::query::Query;
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use identity::Scope;
use indicators::{Filter, Grouping, Month, ServiceIndicators, View, service_indicators};
use kernel::{Caller, Error, FieldError, InstitutionId, Role};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use storage::Read;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// Which figures.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// First month, `2026-01`; unless said, the one that makes twelve months with the last.
    from: Option<String>,
    /// Last month, `2026-12`; the present one unless said.
    to: Option<String>,
    /// `month` (unless said) or `year`.
    by: Option<String>,
    /// Only of this holder.
    holder: Option<Uuid>,
    /// Only of the service with this code.
    service: Option<String>,
}

impl Wanted {
    /// As the use cases take it at `now`.
    ///
    /// # Errors
    /// Invalid `bad-month` for what is no month, `unknown-word` for another grouping.
    pub fn filter(self, now: DateTime<Utc>) -> Result<Filter, Error> {
        let to = self.to.as_deref().map_or_else(|| Ok(Month::of(now)), |text| month(text, "to"))?;
        let from = self.from.as_deref().map_or_else(|| Ok(to.back(11)), |text| month(text, "from"))?;
        Ok(Filter {
            holder: self.holder.map(InstitutionId::new),
            service: self.service,
            grouping: grouping(self.by.as_deref())?,
            ..Filter::between(from, to)
        })
    }
}

/// The month in a parameter of this name.
fn month(text: &str, parameter: &str) -> Result<Month, Error> {
    text.parse().map_err(|error: Error| {
        let args = error.args().to_vec();
        error.fields([FieldError { path: parameter.to_owned(), key: "bad-month".to_owned(), args }])
    })
}

/// How months are put together, in the word of the interface.
fn grouping(by: Option<&str>) -> Result<Grouping, Error> {
    match by {
        None | Some("month") => Ok(Grouping::Month),
        Some("year") => Ok(Grouping::Year),
        Some(word) => {
            let field = FieldError::new("by", "unknown-word").arg("word", word);
            Err(Error::invalid("unknown-word").arg("word", word).fields([field]))
        }
    }
}

/// The figures of one service at one holder in one period. Figures under five are `null` in a public view.
#[derive(Debug, Serialize, ToSchema)]
pub struct Indicators {
    service: String,
    holder: Uuid,
    /// `2026-11` or `2026`.
    period: String,
    /// Whether small figures are hidden.
    suppressed: bool,
    /// Cases requested: total and by channel.
    #[schema(value_type = Object)]
    requested: Value,
    /// Cases delivered: total and by channel.
    #[schema(value_type = Object)]
    delivered: Value,
    /// Cases that ended. A log taken over from another system tells ends only: its cases are counted here and not as
    /// delivered.
    closed: Option<i64>,
    /// Cases not done by their deadline.
    delays: Option<i64>,
    complaints: Option<i64>,
    /// Electronic forms begun.
    starts: Option<i64>,
    /// Electronic forms sent.
    completions: Option<i64>,
    /// Decisions: total and by outcome.
    #[schema(value_type = Object)]
    decided: Value,
    /// Ratings: total and by points.
    #[schema(value_type = Object)]
    rated: Value,
    rating_average: Option<f64>,
    /// Consultations: total and by channel.
    #[schema(value_type = Object)]
    consulted: Value,
    /// Completions of starts.
    success: Option<f64>,
    /// Electronically requested of all requested.
    uptake_requested: Option<f64>,
    /// Electronically delivered of all delivered.
    uptake_delivered: Option<f64>,
}

impl TryFrom<ServiceIndicators> for Indicators {
    type Error = Error;

    fn try_from(found: ServiceIndicators) -> Result<Self, Error> {
        Ok(Self {
            holder: found.holder.uuid(),
            suppressed: found.view == View::Public,
            requested: serde_json::to_value(&found.requested)?,
            delivered: serde_json::to_value(&found.delivered)?,
            closed: found.closed.value(),
            delays: found.overdue.value(),
            complaints: found.complaints.value(),
            starts: found.starts.value(),
            completions: found.completions.value(),
            decided: serde_json::to_value(&found.decided)?,
            rated: serde_json::to_value(&found.rated)?,
            consulted: serde_json::to_value(&found.consulted)?,
            rating_average: found.rating_average,
            success: found.success,
            uptake_requested: found.uptake_requested,
            uptake_delivered: found.uptake_delivered,
            service: found.service,
            period: found.period,
        })
    }
}

/// First indicators of services (MK 399 p.23, MK 402 p.7): cases, channels, delays, complaints, starts and completions,
/// satisfaction.
#[utoipa::path(
    get,
    path = "/api/v1/indicators/services",
    tag = "indicators",
    params(Wanted, Paging),
    responses(
        (status = 200, description = "A page of figures", body = List<Indicators>),
        (status = 422, description = "A month or a grouping that is none"),
    ),
)]
pub async fn services(visit: Visit, Query(wanted): Query<Wanted>, Query(paging): Query<Paging>) -> Answer {
    let tx = seen(&visit).await?;
    let filter = wanted.filter(visit.now())?;
    let page = service_indicators(&tx, &filter, &paging.request()?).await?;
    let next = page.next.map(|cursor| cursor.as_str().to_owned());
    let items = page.items.into_iter().map(Indicators::try_from).collect::<Result<Vec<_>, Error>>()?;
    Ok(axum::Json(List { items, next }).into_response())
}

/// As the caller; as everybody by a system whose token does not say that it reads the figures of its institution.
async fn seen(visit: &Visit) -> Result<Read, Error> {
    let visitor = visit.visitor();
    if visitor.caller.role == Role::ApiClient && !visitor.scopes.contains(&Scope::IndicatorsRead) {
        return visit.state().database().read(&Caller::anonymous()).await;
    }
    visit.read().await
}
