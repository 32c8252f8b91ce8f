//! A number for every request: in the log, in the answer's header and on error pages.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;

use crate::AppState;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The number of a request; people see it as the incident number.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// Layer: gives the request its number and a span for the log.
pub(crate) async fn number(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    // The last part of a version 7 UUID is random: short enough to read out on the phone.
    let full = state.database().ids().uuid().simple().to_string();
    let id = full.get(20..).unwrap_or(&full).to_owned();
    // The path may hold a case number but never personal data; the query is left out of the log.
    let span = tracing::info_span!("request", id, method = %request.method(), path = request.uri().path());
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).instrument(span).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
