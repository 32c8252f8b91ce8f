//! `POST /api/v1/consultations`

use crate::{body::Json, etag};
use axum::response::IntoResponse;
use cases::{ConsultationOutcome, RegisterConsultation};
use http::{HeaderMap, StatusCode};
use kernel::{Channel, Error, FieldError, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// Advice that was given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultationRequest {
    /// Code of the service it was about.
    service: String,
    /// By which channel.
    #[schema(value_type = String, example = "phone")]
    channel: Channel,
    /// `answered`, `requested`, `forwarded` or `unresolved`.
    #[schema(example = "answered")]
    outcome: String,
    /// Words; no special-category data.
    #[serde(default)]
    note: String,
}

/// The consultation is registered.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsultationAnswer {
    /// Its id.
    id: Uuid,
    /// Whether this very consultation (same `Idempotency-Key`) had been received before.
    repeated: bool,
}

/// The outcome in the word of the interface; an unknown one is told at its place in the body, with those that there are.
fn outcome(word: &str) -> Result<ConsultationOutcome> {
    word.parse().map_err(|_| {
        let known: Vec<&str> = ConsultationOutcome::ALL.iter().map(|one| one.as_str()).collect();
        let args = vec![("value", word.to_owned()), ("known", known.join(", "))];
        let field = FieldError { path: "outcome".to_owned(), key: "json-value-unknown".to_owned(), args };
        Error::invalid("form-has-errors").fields([field])
    })
}

/// Registers a consultation (REG-08). With `Idempotency-Key` it may be sent again without counting twice: 201 the first
/// time, 200 after that, 409 when the key comes with another content.
#[utoipa::path(
    post,
    path = "/api/v1/consultations",
    tag = "consultations",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII, new for each request")),
    request_body = ConsultationRequest,
    security(("person" = []), ("system" = ["consultations:write"])),
    responses(
        (status = 201, description = "Registered", body = ConsultationAnswer),
        (status = 200, description = "Received before", body = ConsultationAnswer),
        (status = 404, description = "No such service"),
        (status = 409, description = "The key was used for other content"),
        (status = 422, description = "Wrong content"),
    ),
)]
pub async fn register(visit: Visit, headers: HeaderMap, Json(request): Json<ConsultationRequest>) -> Answer {
    let input = RegisterConsultation {
        service: request.service,
        channel: request.channel,
        outcome: outcome(&request.outcome)?,
        note: request.note,
        idempotency_key: etag::idempotency_key(&headers)?,
    };
    let mut tx = visit.write().await?;
    let kept = cases::register_consultation(&mut tx, input).await?;
    tx.commit().await?;
    let status = if kept.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(ConsultationAnswer { id: kept.id.uuid(), repeated: kept.repeated })).into_response())
}
