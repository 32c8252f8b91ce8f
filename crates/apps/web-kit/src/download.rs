//! Files handed out to people.

use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

/// What tells spreadsheet programs that a table is in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file as an attachment: browsers save it and never run it, whatever is inside.
#[must_use]
pub fn attachment(name: &str, content_type: &str, content: Bytes) -> Response {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", percent(name));
    let headers = [
        (CONTENT_TYPE, content_type.to_owned()),
        (CONTENT_DISPOSITION, disposition),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    (headers, content).into_response()
}

/// A table of comma-separated values for whoever opens it in a spreadsheet: without the mark at its beginning such
/// programs take UTF-8 for another encoding and show letters with marks wrong.
#[must_use]
pub fn csv_attachment(name: &str, table: &[u8]) -> Response {
    let content = [BYTE_ORDER_MARK, table].concat();
    attachment(name, "text/csv; charset=utf-8", Bytes::from(content))
}

/// Percent-encodes everything but unreserved characters (RFC 3986), for headers and query values.
#[must_use]
pub fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
