//! `POST /api/v1/cases`

use crate::{body::Json, etag};
use axum::response::IntoResponse;
use cases::{Origin, SubmitCase};
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode, header::LOCATION};
use kernel::Channel;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A request for a service.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitRequest {
    /// Code of the service.
    service: String,
    /// The answers, as `answers_schema` of the service says.
    #[schema(value_type = Object)]
    answers: Map<String, Value>,
    /// By which channel it came; only an institution's system may name another than `electronic`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "electronic")]
    channel: Option<Channel>,
}

/// A received request.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmitAnswer {
    /// The number of the case.
    #[schema(example = "1007 2")]
    number: String,
    /// Whether this very request (same `Idempotency-Key`) had been received before.
    repeated: bool,
    /// When it was received.
    received_at: DateTime<Utc>,
}

/// Asks for a service. With `Idempotency-Key` the same request may be sent again without a second case: 201 the first
/// time, 200 after that, 409 when the key comes with another content.
#[utoipa::path(
    post,
    path = "/api/v1/cases",
    tag = "cases",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII, new for each request")),
    request_body = SubmitRequest,
    security(("person" = []), ("system" = ["cases:write"])),
    responses(
        (status = 201, description = "Received", body = SubmitAnswer, headers(("Location" = String))),
        (status = 200, description = "Received before", body = SubmitAnswer),
        (status = 403, description = "The management of the company did not assign the service to the person"),
        (status = 404, description = "No such service"),
        (status = 409, description = "The service is closed, or the key was used for other content"),
        (status = 422, description = "Wrong answers, named one by one"),
    ),
)]
pub async fn submit(visit: Visit, headers: HeaderMap, Json(request): Json<SubmitRequest>) -> Answer {
    let input = SubmitCase {
        origin: Origin::Answers { service: request.service, answers: request.answers },
        channel: request.channel.unwrap_or(Channel::Electronic),
        idempotency_key: etag::idempotency_key(&headers)?,
    };
    let mut tx = visit.write().await?;
    let submitted = cases::submit(&mut tx, input).await?;
    let received_at = tx.now();
    tx.commit().await?;
    let status = if submitted.repeated { StatusCode::OK } else { StatusCode::CREATED };
    let location = format!("/api/v1/cases/{}", submitted.number.slug());
    let body = SubmitAnswer { number: submitted.number.to_string(), repeated: submitted.repeated, received_at };
    Ok((status, [(LOCATION, location)], axum::Json(body)).into_response())
}
