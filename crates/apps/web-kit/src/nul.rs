//! The character U+0000: nobody types it and PostgreSQL keeps no text with it. Left in, it would make an error of ours out
//! of any request on one database and a text that cannot be moved there on the other, so it ends at the door.

use std::borrow::Cow;

use axum::body::Bytes;
use http::Uri;
use kernel::{Error, Result};

/// How a form and an address write it.
const ENCODED: &[u8] = b"%00";

/// How JSON writes it.
const ESCAPED: &str = "\\u0000";

/// Nothing has an address with it, and nothing is looked for by it.
///
/// # Errors
/// Not found, as for every address that nothing has.
pub(crate) fn refuse_in(uri: &Uri) -> Result<()> {
    let asked = uri.path_and_query().map_or("", |asked| asked.as_str());
    if has_encoded(asked.as_bytes()) { Err(Error::not_found("page")) } else { Ok(()) }
}

/// A value of a form without it: the rest is what somebody wrote, and nothing of that is lost.
pub(crate) fn without(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text }
}

/// The body of a form (`application/x-www-form-urlencoded`) without it.
pub(crate) fn without_in_form(body: Bytes) -> Bytes {
    if !body.contains(&0) && !has_encoded(&body) {
        return body;
    }
    let mut out = Vec::with_capacity(body.len());
    for byte in body.into_iter().filter(|byte| *byte != 0) {
        out.push(byte);
        // Looked at after each byte: what stands around one may not become another.
        if out.ends_with(ENCODED) {
            out.truncate(out.len() - ENCODED.len());
        }
    }
    out.into()
}

/// A text in JSON without it.
#[must_use]
pub fn json_without_nul(text: &str) -> Cow<'_, str> {
    if !text.contains(ESCAPED) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        if let Some(after) = escape.strip_prefix(ESCAPED) {
            rest = after;
            continue;
        }
        // A backslash goes with the sign behind it: `\\u0000` is a backslash and five letters.
        let length: usize = escape.chars().take(2).map(char::len_utf8).sum();
        let (kept, after) = escape.split_at(length);
        out.push_str(kept);
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn has_encoded(text: &[u8]) -> bool {
    text.windows(ENCODED.len()).any(|part| part == ENCODED)
}

#[cfg(test)]
mod tests {
    use super::{json_without_nul, without, without_in_form};

    #[test]
    fn a_form_loses_nothing_but_the_character() {
        let read = |text: &'static [u8]| without_in_form(text.into());
        assert_eq!(read(b"a=1%00&b=x\0y&c=%2500"), "a=1&b=xy&c=%2500");
        assert_eq!(read(b"a=%0%000"), "a=", "what is left is not the character again");
        assert_eq!(read(b"a=%C4%81&b=+"), "a=%C4%81&b=+");
        assert_eq!(without("a\0b".to_owned()), "ab");
    }

    #[test]
    fn json_keeps_what_only_looks_like_the_character() {
        for (sent, kept) in [
            (r#"{"a":"x\u0000y"}"#, r#"{"a":"xy"}"#),
            (r#"{"a":"\\u0000"}"#, r#"{"a":"\\u0000"}"#),
            (r#"{"a":"\\\u0000ā\""}"#, r#"{"a":"\\ā\""}"#),
            (r#"{"a":"\u0000\u0000"}"#, r#"{"a":""}"#),
            ("\\u0000\\", "\\"),
        ] {
            assert_eq!(json_without_nul(sent), kept);
        }
    }
}
