//! `GET /api/v1/indicators/own`, `POST /api/v1/indicators/own`

use super::services::Wanted;
use crate::by_name::ByName;
use crate::paging::{List, Paging};
use crate::query::Query;
use crate::services::shapes::Text;
use crate::{body::Json, etag};
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use indicators::{GivenValue, OwnFigure, RecordValues, own_figures, record_own_values};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// The value of an indicator that a holder set itself, in one month.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnIndicatorValue {
    /// What the indicator is called by: code of the service and a number.
    #[schema(example = "1007-R1")]
    indicator: String,
    /// Code of the service.
    #[schema(example = "1007")]
    service: String,
    holder: Uuid,
    /// Of which channel.
    #[schema(example = "phone")]
    channel: &'static str,
    /// Of which stage: `request` or `receipt`.
    #[schema(example = "request")]
    stage: &'static str,
    name: Text,
    unit: Text,
    /// `2026-10`.
    month: String,
    value: f64,
    /// The value that is wanted.
    wanted: f64,
    /// Whether `higher` or `lower` values are better.
    #[schema(example = "lower")]
    better: &'static str,
    /// Whether the value is as wanted.
    reached: bool,
    recorded_at: DateTime<Utc>,
}

impl From<OwnFigure> for OwnIndicatorValue {
    fn from(found: OwnFigure) -> Self {
        let OwnFigure { indicator, value } = found;
        Self {
            service: indicator.code.service.clone(),
            indicator: indicator.code.to_string(),
            holder: indicator.holder.uuid(),
            channel: indicator.channel.as_str(),
            stage: indicator.stage.as_str(),
            name: Text::from(&indicator.text.name),
            unit: Text::from(&indicator.text.unit),
            month: value.month.to_string(),
            value: value.value.as_f64(),
            wanted: indicator.text.wanted.as_f64(),
            better: indicator.text.better.as_str(),
            reached: indicator.text.reached(value.value),
            recorded_at: value.recorded_at,
        }
    }
}

/// Values to be recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnValuesRequest {
    /// Up to 1,000; all of them are recorded, or none.
    #[schema(value_type = Vec<OwnValueRequest>)]
    values: Vec<ByName<OwnValueRequest>>,
}

/// A value of a month.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnValueRequest {
    /// What the indicator is called by.
    #[schema(example = "1007-R1")]
    indicator: String,
    /// Not one that lies ahead.
    #[schema(example = "2025-12")]
    month: String,
    /// Up to three digits behind the point.
    #[schema(value_type = f64, example = 4.2)]
    value: Value,
}

/// What became of the values.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnValuesAnswer {
    /// How many values are new or other than before.
    changed: usize,
    /// Whether this very request (same `Idempotency-Key`) had been received before.
    repeated: bool,
}

impl From<OwnValueRequest> for GivenValue {
    fn from(request: OwnValueRequest) -> Self {
        let value = match request.value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        Self { indicator: request.indicator, month: request.month, value }
    }
}

/// Values of indicators that holders set for channels of their services, beyond those of the law (MK 399 p.19), by month.
/// Staff and systems see those of their own institution; auditors and the platform all.
#[utoipa::path(
    get,
    path = "/api/v1/indicators/own",
    tag = "indicators",
    params(Wanted, Paging),
    security(("person" = []), ("system" = ["indicators:read"])),
    responses(
        (status = 200, description = "A page of values", body = List<OwnIndicatorValue>),
        (status = 422, description = "A month or a grouping that is none"),
    ),
)]
pub async fn list(visit: Visit, Query(wanted): Query<Wanted>, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let page = own_figures(&tx, &wanted.filter(visit.now())?, &paging.request()?).await?;
    let list: List<OwnIndicatorValue> = page.map(OwnIndicatorValue::from).into();
    Ok(axum::Json(list).into_response())
}

/// Records values of the institution's own indicators. A value for a month that has one takes its place; the former one
/// stays in the event log. With `Idempotency-Key` the same request may be sent again: 201 the first time, 200 after that,
/// 409 when the key comes with other values.
#[utoipa::path(
    post,
    path = "/api/v1/indicators/own",
    tag = "indicators",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII, new for each request")),
    request_body = OwnValuesRequest,
    security(("person" = []), ("system" = ["indicators:write"])),
    responses(
        (status = 201, description = "Recorded", body = OwnValuesAnswer),
        (status = 200, description = "Received before", body = OwnValuesAnswer),
        (status = 409, description = "The key was used for other values"),
        (status = 422, description = "Wrong values, named one by one; none is recorded"),
    ),
)]
pub async fn record(visit: Visit, headers: HeaderMap, Json(request): Json<OwnValuesRequest>) -> Answer {
    let input = RecordValues {
        values: request.values.into_iter().map(|ByName(value)| GivenValue::from(value)).collect(),
        idempotency_key: etag::idempotency_key(&headers)?,
    };
    let mut tx = visit.write().await?;
    let done = record_own_values(&mut tx, input).await?;
    tx.commit().await?;
    let status = if done.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(OwnValuesAnswer { changed: done.changed, repeated: done.repeated })).into_response())
}
