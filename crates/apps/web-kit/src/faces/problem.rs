//! The error as an RFC 9457 problem.

use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use i18n::Catalog;
use kernel::{Error, ErrorKind, Locale};
use serde_json::{Map, Value, json};

use super::{status_of, words::words};

/// `application/problem+json` with `type`, `title`, `status`, `detail`, `next` (what to do, where the error says it),
/// `key`, `errors` (per field) and `incident`.
#[must_use]
pub fn problem(catalog: &Catalog, locale: Locale, error: &Error, incident: &str) -> Response {
    let mut body = problem_body(catalog, locale, error);
    if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) {
        body.insert("incident".to_owned(), json!(incident));
    }
    problem_with(error, body)
}

/// The members of a problem: for those who add some, or tell of many at once.
#[must_use]
pub fn problem_body(catalog: &Catalog, locale: Locale, error: &Error) -> Map<String, Value> {
    let words = words(catalog, locale, error);
    let key = if error.kind() == ErrorKind::Internal { "internal" } else { error.key() };
    let mut body = Map::new();
    body.insert("type".to_owned(), json!(format!("/problems/{key}")));
    body.insert("title".to_owned(), json!(words.program.title));
    body.insert("status".to_owned(), json!(status_of(error).as_u16()));
    body.insert("detail".to_owned(), json!(words.program.happened));
    if let Some(next) = words.program.next {
        body.insert("next".to_owned(), json!(next));
    }
    body.insert("key".to_owned(), json!(key));
    if !words.fields.is_empty() {
        let fields: Vec<Value> = error
            .field_errors()
            .iter()
            .zip(words.fields)
            .map(|(field, (path, text))| json!({ "pointer": pointer(&path), "key": field.key, "detail": text }))
            .collect();
        body.insert("errors".to_owned(), Value::Array(fields));
    }
    body
}

/// The place of a field as a JSON pointer (RFC 6901): the whole is the empty one, `/` would be a field without a name.
fn pointer(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!("/{path}") }
}

/// The answer with these members, which begin with those of [`problem_body`].
#[must_use]
pub fn problem_with(error: &Error, body: Map<String, Value>) -> Response {
    let mut response = (status_of(error), Value::Object(body).to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if error.kind() == ErrorKind::Unauthenticated {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
