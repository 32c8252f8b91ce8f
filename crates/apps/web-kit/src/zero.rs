//! The character with the code 0. PostgreSQL cannot keep it, and nothing that somebody may ask for has it in its name: what
//! comes from outside is freed of it here, so that both databases see the same.

use axum::body::Bytes;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Error;

use crate::Failure;

/// As addresses and forms write it.
const WRITTEN: &str = "%00";

/// Layer: an address with this character names nothing, and a parameter with it is refused.
pub(crate) async fn refuse(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().contains(WRITTEN) {
        return Failure::from(Error::not_found("page")).into_response();
    }
    if uri.query().is_some_and(|query| query.contains(WRITTEN)) {
        return Failure::from(Error::invalid("zero-character")).into_response();
    }
    next.run(request).await
}

/// The body of a form without it: it has no shape that people could see and correct, so the rest of what they typed counts.
pub(crate) fn without(body: Bytes) -> Bytes {
    let written = WRITTEN.as_bytes();
    if !body.contains(&0) && !body.windows(written.len()).any(|part| part == written) {
        return body;
    }
    let (mut kept, mut rest) = (Vec::with_capacity(body.len()), &body[..]);
    while let [first, after @ ..] = rest {
        rest = match rest.strip_prefix(written) {
            Some(after) => after,
            None => {
                kept.extend((*first != 0).then_some(*first));
                after
            }
        };
    }
    Bytes::from(kept)
}
