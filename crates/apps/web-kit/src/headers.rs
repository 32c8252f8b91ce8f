//! Security headers of every answer.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName,
    REFERRER_POLICY, SET_COOKIE, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

use crate::routes::Open;
use crate::visitor::Visitor;

/// Nothing but our own styles, fonts, script and pictures; the library's icons are `data:` pictures.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'";

const ALWAYS: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(self), microphone=(), payment=()"),
];

/// What lets the scripts of other sites read open data; without these headers a browser keeps every answer from them.
const OPEN: [(HeaderName, &str); 2] =
    [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link, Last-Modified, Retry-After")];

/// Layer: adds the headers that the handler has not set itself; answers to signed-in people are never kept by caches.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let known = response
        .extensions()
        .get::<Visitor>()
        .is_some_and(|visitor| visitor.session.is_some() || visitor.caller.role != kernel::Role::Anonymous);
    let private = known || response.headers().contains_key(SET_COOKIE);
    let open = response.extensions().get::<Open>().is_some();
    let headers = response.headers_mut();
    if open {
        for (name, value) in OPEN {
            set_if_absent(headers, name, value);
        }
    }
    for (name, value) in ALWAYS {
        set_if_absent(headers, name, value);
    }
    set_if_absent(headers, CACHE_CONTROL, if private { "no-store" } else { "no-cache" });
    response
}

fn set_if_absent(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
