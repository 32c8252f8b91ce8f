//! `POST /api/v1/cases/{number}/events`

use crate::{body::Json, etag};
use axum::{extract::Path, response::IntoResponse};
use cases::{CaseNumber, Complain, Outcome, Rate, Report, ReportStage};
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use kernel::{Channel, Error};
use serde::{Deserialize, Serialize};
use storage::Write;
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

/// The event is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventAnswer {
    /// The number of the case.
    number: String,
    /// When it was kept.
    recorded_at: DateTime<Utc>,
}

/// Reports what happened to a case. `If-Match` with the revision that the sender has seen guards against changes
/// meanwhile; a repetition of a report that was kept is refused by the state of the case (409).
#[utoipa::path(
    post,
    path = "/api/v1/cases/{number}/events",
    tag = "cases",
    params(
        ("number" = String, Path, description = "Number of the case", example = "1007-1"),
        ("If-Match" = Option<String>, Header, description = "ETag of the case as seen"),
    ),
    request_body = EventRequest,
    security(("person" = []), ("system" = ["cases:write"])),
    responses(
        (status = 201, description = "Kept", body = EventAnswer),
        (status = 404, description = "No such case, or another institution's"),
        (status = 409, description = "It does not fit the state of the case"),
        (status = 412, description = "The case changed meanwhile"),
        (status = 422, description = "Wrong content"),
    ),
)]
pub async fn report(
    visit: Visit,
    Path(number): Path<String>,
    headers: HeaderMap,
    Json(event): Json<EventRequest>,
) -> Answer {
    let number: CaseNumber = number.parse()?;
    let mut tx = visit.write().await?;
    keep(&mut tx, &number, etag::seen(&headers)?, event).await?;
    let recorded_at = tx.now();
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(EventAnswer { number: number.to_string(), recorded_at })).into_response())
}

async fn keep(tx: &mut Write, number: &CaseNumber, revision: Option<i64>, event: EventRequest) -> Result<(), Error> {
    let number = number.clone();
    let (report, at) = match event {
        EventRequest::Withdrawn {} => return cases::withdraw(tx, &number, revision).await,
        EventRequest::Rated { rating, comment } => return cases::rate(tx, Rate { number, rating, comment }).await,
        EventRequest::ComplaintFiled { text } => return cases::complain(tx, Complain { number, text }).await,
        EventRequest::StageReported { stage, at } => (Report::Stage { name: stage }, at),
        EventRequest::Accepted { at } => (Report::Accepted, at),
        EventRequest::Decided { outcome, text, at } => {
            (Report::Decided { outcome: outcome.parse::<Outcome>()?, text }, at)
        }
        EventRequest::Delivered { channel, at } => (Report::Delivered { channel }, at),
        EventRequest::Closed { at } => (Report::Closed, at),
    };
    cases::report_stage(tx, ReportStage { number, revision, report, at }).await.map(drop)
}
