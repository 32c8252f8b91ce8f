//! `GET /api/v1/services/dump.jsonl`, `.csv`, `.ttl`: everything public at once.

use super::changes::cursor;
use super::shapes::ServiceDetail;
use crate::etag;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use catalogue::FeedEnd;
use chrono::{DateTime, Utc};
use exchange::{Dump, DumpFormat, OpenData};
use futures::stream::try_unfold;
use http::header::{CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LINK};
use http::{HeaderMap, HeaderName, StatusCode};
use kernel::Result;
use web_kit::{Answer, Visit};

/// One service as a line of `dump.jsonl`: the shape of `GET /api/v1/services/{code}` without the schema of answers.
///
/// # Errors
/// Internal when it cannot be written as JSON.
pub fn service_line(open: &OpenData, service: &catalogue::Service) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec(&ServiceDetail::described(open, service)?)?)
}

/// Every public service, one JSON object a line, in the shape of a single service.
#[utoipa::path(
    get,
    path = "/api/v1/services/dump.jsonl",
    tag = "open data",
    responses(
        (status = 200, description = "All services; `Link` with rel=monitor names where the feed of changes goes on",
            body = ServiceDetail, content_type = "application/jsonl", headers(("ETag" = String), ("Link" = String))),
        (status = 304, description = "Nothing changed since"),
    ),
)]
pub async fn jsonl(visit: Visit, headers: HeaderMap) -> Answer {
    answer(&visit, &headers, DumpFormat::Jsonl(service_line), "application/jsonl", "jsonl").await
}

/// Every public service as a table with name, holder, and fee and deadline of each channel.
#[utoipa::path(
    get,
    path = "/api/v1/services/dump.csv",
    tag = "open data",
    responses(
        (status = 200, description = "All services", body = String, content_type = "text/csv", headers(("ETag" = String))),
        (status = 304, description = "Nothing changed since"),
    ),
)]
pub async fn csv(visit: Visit, headers: HeaderMap) -> Answer {
    answer(&visit, &headers, DumpFormat::Csv, "text/csv; charset=utf-8", "csv").await
}

/// Every public service as linked data by CPSV-AP 3.2.
#[utoipa::path(
    get,
    path = "/api/v1/services/dump.ttl",
    tag = "open data",
    responses(
        (status = 200, description = "All services", body = String, content_type = "text/turtle", headers(("ETag" = String))),
        (status = 304, description = "Nothing changed since"),
    ),
)]
pub async fn turtle(visit: Visit, headers: HeaderMap) -> Answer {
    answer(&visit, &headers, DumpFormat::Turtle, "text/turtle; charset=utf-8", "ttl").await
}

/// A dump is sent while it is read; what changes meanwhile stands in the feed behind the place named here.
async fn answer(visit: &Visit, headers: &HeaderMap, format: DumpFormat, media: &'static str, ending: &str) -> Answer {
    let tx = visit.read().await?;
    let end = catalogue::feed_end(&tx).await?;
    drop(tx);
    let tag = format!("\"{}-{ending}\"", end.number);
    let told = told(&end, &tag);
    if is_known(headers, &end, &tag) {
        return Ok(with(StatusCode::NOT_MODIFIED.into_response(), told));
    }
    let open = visit.state().part::<OpenData>()?.clone();
    let dump = Dump::new(visit.state().database().clone(), open, format);
    let parts = try_unfold(dump, |mut dump| async move {
        match dump.next().await {
            Ok(part) => Ok(part.map(|part| (part, dump))),
            Err(error) => {
                // The connection is cut, so that nobody takes half for the whole.
                tracing::warn!(%error, "a dump was not finished");
                Err(error)
            }
        }
    });
    Ok(with(([(CONTENT_TYPE, media)], Body::from_stream(parts)).into_response(), told))
}

fn told(end: &FeedEnd, tag: &str) -> Vec<(HeaderName, String)> {
    let next = format!("</api/v1/services/changes?after={}>; rel=\"monitor\"", cursor(end.number));
    let mut told = vec![(ETAG, tag.to_owned()), (LINK, next)];
    told.extend(end.at.map(|at| (LAST_MODIFIED, http_date(at))));
    told
}

/// By `If-None-Match`, or without it by `If-Modified-Since`.
fn is_known(headers: &HeaderMap, end: &FeedEnd, tag: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(IF_NONE_MATCH), text(IF_MODIFIED_SINCE), end.at) {
        (Some(_), _, _) => etag::holds(headers, tag),
        (None, Some(since), Some(at)) => {
            DateTime::parse_from_rfc2822(since).is_ok_and(|since| at.timestamp() <= since.timestamp())
        }
        _ => false,
    }
}

fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn with(mut response: Response, told: Vec<(HeaderName, String)>) -> Response {
    for (name, value) in told {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
