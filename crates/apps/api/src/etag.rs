//! Revisions as entity tags: `ETag: "7"`, `If-Match: "7"`.

use http::{
    HeaderMap, HeaderValue,
    header::{ETAG, IF_MATCH, IF_NONE_MATCH},
};
use kernel::{Error, Result};

/// The header of a revision.
pub fn header(revision: i64) -> [(http::HeaderName, HeaderValue); 1] {
    let value = HeaderValue::from_str(&tag(revision)).unwrap_or(HeaderValue::from_static("\"0\""));
    [(ETAG, value)]
}

/// The revision that the client has seen; none without the header or with `*`.
///
/// # Errors
/// Invalid `bad-if-match` for anything but one of our tags.
pub fn seen(headers: &HeaderMap) -> Result<Option<i64>> {
    let Some(value) = headers.get(IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let number = text.trim_start_matches("W/").trim_matches('"').parse();
    number.map(Some).map_err(|_| Error::invalid("bad-if-match"))
}

/// Whether the client has this revision already.
pub fn known(headers: &HeaderMap, revision: i64) -> bool {
    let value = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(',').any(|candidate| candidate.trim().trim_start_matches("W/") == tag(revision))
}

fn tag(revision: i64) -> String {
    format!("\"{revision}\"")
}

/// The key that makes the same request twice one act.
pub fn idempotency_key(headers: &HeaderMap) -> Option<String> {
    headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::to_owned)
}
