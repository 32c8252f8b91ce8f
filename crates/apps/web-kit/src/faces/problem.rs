//! The error as an RFC 9457 problem.

use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use i18n::Catalog;
use kernel::{Error, ErrorKind, Locale};
use serde_json::{Map, Value, json};

use super::{status_of, words::words};

/// `application/problem+json` with `type`, `title`, `status`, `detail`, `key`, `errors` (per field) and `incident`.
#[must_use]
pub fn problem(catalog: &Catalog, locale: Locale, error: &Error, incident: &str) -> Response {
    let words = words(catalog, locale, error);
    let status = status_of(error);
    let internal = error.kind() == ErrorKind::Internal;
    let key = if internal { "internal" } else { error.key() };
    let mut body = Map::new();
    body.insert("type".to_owned(), json!(format!("/problems/{key}")));
    body.insert("title".to_owned(), json!(words.title));
    body.insert("status".to_owned(), json!(status.as_u16()));
    body.insert("detail".to_owned(), json!(words.happened));
    body.insert("key".to_owned(), json!(key));
    if !words.fields.is_empty() {
        let fields: Vec<Value> = error
            .field_errors()
            .iter()
            .zip(words.fields)
            .map(|(field, (path, text))| json!({ "pointer": format!("/{path}"), "key": field.key, "detail": text }))
            .collect();
        body.insert("errors".to_owned(), Value::Array(fields));
    }
    if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) {
        body.insert("incident".to_owned(), json!(incident));
    }
    let mut response = (status, Value::Object(body).to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if error.kind() == ErrorKind::Unauthenticated {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
