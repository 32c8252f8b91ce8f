//! Numbers of every request for Prometheus: how many, by which routes, how they ended and how long they took.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode};

/// Requests that no route answered: unknown addresses, and what the layers before the routes refused.
const NO_ROUTE: &str = "none";

/// Which route answers a request. The route says so itself: the layers around all routes do not know it, and an address
/// as it was sent may name a case and is another one each time.
#[derive(Clone, Default)]
pub(crate) struct Answering(Arc<OnceLock<Arc<str>>>);

impl Answering {
    /// Notes the route of this request, if somebody counts it.
    pub(crate) fn note(request: &Request, route: &Arc<str>) {
        if let Some(answering) = request.extensions().get::<Self>() {
            answering.0.get_or_init(|| Arc::clone(route));
        }
    }
}

/// Layer: counts the request and the seconds until its answer began.
pub(crate) async fn count(mut request: Request, next: Next) -> Response {
    let answering = Answering::default();
    request.extensions_mut().insert(answering.clone());
    let (method, outside) = (method(request.method()), outside(request.uri().path()));
    let begun = Instant::now();
    let response = next.run(request).await;
    let route = answering.0.get().map_or(outside, |route| &**route).to_owned();
    let labels = [("route", route), ("method", method.to_owned()), ("status", class(response.status()).to_owned())];
    metrics::counter!("durvis_http_requests_total", &labels).increment(1);
    metrics::histogram!("durvis_http_request_seconds", &labels[..2]).record(begun.elapsed().as_secs_f64());
    response
}

/// The pattern of an address that stands beside the table of routes.
fn outside(path: &str) -> &'static str {
    match path {
        "/" => "/",
        _ if path.starts_with("/assets/") => "/assets/{version}/{*file}",
        _ => NO_ROUTE,
    }
}

/// Anybody can invent methods: those that no route has are one.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}
