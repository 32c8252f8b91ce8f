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
    holds(headers, &tag(revision))
}

/// Whether the client has what is told by this tag already; `*` names whatever there is (RFC 9110, 13.1.2).
pub fn holds(headers: &HeaderMap, tag: &str) -> bool {
    let value = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

fn tag(revision: i64) -> String {
    format!("\"{revision}\"")
}

/// The longest key, in characters.
const LONGEST_KEY: usize = 200;

/// The key that makes the same request twice one act; none without the header. A sender who gave one relies on it, so one
/// that cannot be kept is refused and never passed over.
///
/// # Errors
/// Invalid `bad-idempotency-key` for a key that is empty, too long or not of visible characters of ASCII, and for two keys.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>> {
    let mut values = headers.get_all("idempotency-key").iter();
    let Some(value) = values.next() else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| is_key(key) && values.next().is_none());
    key.map(|key| Some(key.to_owned())).ok_or_else(|| Error::invalid("bad-idempotency-key"))
}

fn is_key(text: &str) -> bool {
    (1..=LONGEST_KEY).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
