//! The character with the code 0. Nobody types it and PostgreSQL cannot keep it, so what comes from outside is freed of it
//! here, or refused, and both databases see the same.

use axum::body::Bytes;
use http::Uri;
use kernel::{Error, Result};

/// As addresses and forms write it.
const WRITTEN: &str = "%00";

/// An address with this character names nothing, and a parameter with it is refused.
///
/// # Errors
/// Not found for a path, as for every one that nothing has; invalid `zero-character` for a parameter.
pub(crate) fn refuse_in(uri: &Uri) -> Result<()> {
    if uri.path().contains(WRITTEN) {
        return Err(Error::not_found("page"));
    }
    if uri.query().is_some_and(|query| query.contains(WRITTEN)) {
        return Err(Error::invalid("zero-character"));
    }
    Ok(())
}

/// A value of a form without it: it has no shape that people could see and correct, so the rest of what they typed counts.
pub(crate) fn without(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text }
}

/// The body of a form (`application/x-www-form-urlencoded`) without it.
pub(crate) fn without_in_form(body: Bytes) -> Bytes {
    let written = WRITTEN.as_bytes();
    if !body.contains(&0) && !body.windows(written.len()).any(|part| part == written) {
        return body;
    }
    let mut kept = Vec::with_capacity(body.len());
    for byte in body.into_iter().filter(|byte| *byte != 0) {
        kept.push(byte);
        // Looked at after each byte: what stands around one may not become another.
        if kept.ends_with(written) {
            kept.truncate(kept.len() - written.len());
        }
    }
    kept.into()
}
