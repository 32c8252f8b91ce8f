//! `POST /api/v1/cases/{number}/events`

use super::files::DecisionFile;
use crate::{body::Json, by_name::ByName, etag, place};
use axum::{extract::Path, response::IntoResponse};
use cases::{CaseNumber, Outcome, Report, ReportEvent};
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use kernel::{Channel, Error, FieldError, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// What happened to a case. An institution's system or officer reports `case.stage_reported`, `case.accepted`,
/// `case.decided`, `case.delivered`, `case.closed`; its client sends `case.withdrawn`, `case.rated` or
/// `case.complaint_filed`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "kind", deny_unknown_fields)]
pub enum EventRequest {
    /// A stage of the institution's own process.
    #[serde(rename = "case.stage_reported")]
    StageReported {
        /// Its name.
        stage: String,
        /// When it happened; now unless said.
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    },
    /// The institution has taken the case on.
    #[serde(rename = "case.accepted")]
    Accepted {
        /// When it happened; now unless said.
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    },
    /// The case is decided.
    #[serde(rename = "case.decided")]
    Decided {
        /// `granted`, `refused` or `partly`.
        outcome: String,
        /// The words of the decision.
        text: String,
        /// The decision as a file; the client gets it with the result.
        #[serde(default)]
        #[schema(value_type = Option<DecisionFile>)]
        file: Option<ByName<DecisionFile>>,
        /// When it happened; now unless said.
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    },
    /// The client has the result.
    #[serde(rename = "case.delivered")]
    Delivered {
        /// By which channel.
        #[schema(value_type = String)]
        channel: Channel,
        /// When it happened; now unless said.
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    },
    /// Nothing more is to be done.
    #[serde(rename = "case.closed")]
    Closed {
        /// When it happened; now unless said.
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    },
    /// The client takes the request back.
    #[serde(rename = "case.withdrawn")]
    Withdrawn {},
    /// The client rates the service.
    #[serde(rename = "case.rated")]
    Rated {
        /// 1 to 5.
        rating: u8,
        /// Words.
        #[serde(default)]
        comment: String,
    },
    /// The client complains.
    #[serde(rename = "case.complaint_filed")]
    ComplaintFiled {
        /// What is wrong.
        text: String,
    },
}

impl EventRequest {
    /// The file that comes along.
    fn take_file(&mut self) -> Option<DecisionFile> {
        match self {
            Self::Decided { file, .. } => file.take().map(|ByName(file)| file),
            _ => None,
        }
    }

    /// As the use case takes it, and when it happened.
    fn report(self) -> Result<(Report, Option<DateTime<Utc>>)> {
        Ok(match self {
            Self::StageReported { stage, at } => (Report::Stage { name: stage }, at),
            Self::Accepted { at } => (Report::Accepted, at),
            Self::Decided { outcome, text, at, .. } => {
                (Report::Decided { outcome: decided(&outcome, &text)?, text }, at)
            }
            Self::Delivered { channel, at } => (Report::Delivered { channel }, at),
            Self::Closed { at } => (Report::Closed, at),
            Self::Withdrawn {} => (Report::Withdrawn, None),
            Self::Rated { rating, comment } => (Report::Rated { rating, comment }, None),
            Self::ComplaintFiled { text } => (Report::Complained { text }, None),
        })
    }
}

/// The outcome of a decision; a missing text is told together with an unknown outcome.
fn decided(outcome: &str, text: &str) -> Result<Outcome> {
    outcome.parse().map_err(|_| {
        let known: Vec<&str> = Outcome::ALL.iter().map(|one| one.as_str()).collect();
        let field =
            FieldError::new("outcome", "json-value-unknown").arg("value", outcome).arg("known", known.join(", "));
        let wrong = Error::invalid("form-has-errors").fields([field]);
        if text.trim().is_empty() { wrong.field("text", "text-needed") } else { wrong }
    })
}

/// The event is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventAnswer {
    /// The number of the case.
    number: String,
    /// Whether this very event (same `Idempotency-Key`) had been received before.
    repeated: bool,
    /// When it was kept.
    recorded_at: DateTime<Utc>,
}

/// Reports what happened to a case. `If-Match` with the revision that the sender has seen guards against changes
/// meanwhile. With `Idempotency-Key` the same event may be sent again and is recorded once: 201 the first time, 200
/// after that, 409 when the key comes with another content. Without it a stage or a complaint that is sent twice is
/// recorded twice. The time of an event (`at`) lies neither in the future nor before the case was received.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{number}/events",
    tag = "cases",
    params(
        ("number" = String, Path, description = "Number of the case", example = "1007-1"),
        ("If-Match" = Option<String>, Header, description = "ETag of the case as seen"),
        ("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII, new for each event"),
    ),
    request_body = EventRequest,
    security(("person" = []), ("system" = ["cases:write"])),
    responses(
        (status = 201, description = "Kept", body = EventAnswer),
        (status = 200, description = "Received before", body = EventAnswer),
        (status = 404, description = "No such case, or another institution's"),
        (status = 409, description = "It does not fit the state of the case, nobody is known whom its file is for, or the key was used for other content"),
        (status = 412, description = "The case changed meanwhile"),
        (status = 413, description = "The body is larger than the largest file in base64: about 15 MB where a file may have 10 MB"),
        (status = 422, description = "Wrong content"),
    ),
)]
pub async fn report(
    visit: Visit,
    Path(number): Path<String>,
    headers: HeaderMap,
    Json(mut event): Json<EventRequest>,
) -> Answer {
    let number: CaseNumber = number.parse()?;
    let sent = event.take_file();
    let (report, at) = event.report()?;
    let revision = etag::seen(&headers)?;
    let idempotency_key = etag::idempotency_key(&headers)?;
    let file = match sent {
        Some(sent) => Some(sent.read(&visit).await?),
        None => None,
    };
    let input = ReportEvent { number: number.clone(), revision, report, at, file, idempotency_key };
    let mut tx = visit.write().await?;
    let reported = cases::report(&mut tx, input).await;
    let reported = reported.map_err(|error| place::renamed(error, "complaint", "text"))?;
    tx.commit().await?;
    let status = if reported.repeated { StatusCode::OK } else { StatusCode::CREATED };
    let (repeated, recorded_at) = (reported.repeated, reported.recorded_at);
    Ok((status, axum::Json(EventAnswer { number: number.to_string(), repeated, recorded_at })).into_response())
}
