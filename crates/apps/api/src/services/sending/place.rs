//! Where in a JSON text something is wrong: a place in the text becomes a path that people and programs understand.

use kernel::{Error, FieldError};
use serde::de::DeserializeOwned;

/// Reads a value, and names the path of what cannot be read: `description/channels/2/fee`.
///
/// # Errors
/// Invalid `bad-json` with the path and the reason.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| {
        // The place at the end of the reason is that of a line; the path says it better.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
        let path = path_at(text, offset(text, error.line(), error.column()));
        let field = FieldError { path, key: "json-reason".to_owned(), args: vec![("reason", reason.clone())] };
        Error::invalid("bad-json").arg("reason", reason).fields([field])
    })
}

/// Lines and columns count from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column).min(text.len())
}

/// A container that is open at some place of a text.
enum Open {
    /// An object, and the key that was read last.
    Object(Option<String>),
    /// A list, and the number of the item.
    List(usize),
}

/// The path of the value that begins or ends at `offset`.
fn path_at(text: &str, offset: usize) -> String {
    let bytes = text.as_bytes();
    let mut open: Vec<Open> = Vec::new();
    let (mut at, mut key_next) = (0, false);
    while at < offset.min(bytes.len()) {
        match bytes[at] {
            b'{' => {
                open.push(Open::Object(None));
                key_next = true;
            }
            b'[' => {
                open.push(Open::List(0));
                key_next = false;
            }
            // What ends just here is what is wrong: its path is still wanted.
            b'}' | b']' if at + 1 < offset => {
                open.pop();
                key_next = false;
            }
            b',' => match open.last_mut() {
                Some(Open::List(number)) => *number += 1,
                Some(Open::Object(key)) => {
                    *key = None;
                    key_next = true;
                }
                None => {}
            },
            b'"' => {
                let end = end_of_text(bytes, at);
                if key_next && let Some(Open::Object(key)) = open.last_mut() {
                    *key = Some(String::from_utf8_lossy(&bytes[at + 1..end.min(bytes.len())]).into_owned());
                    key_next = false;
                }
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    // A missing element is told at the end of its object: the path is that of the object.
    if bytes.get(offset.saturating_sub(1)) == Some(&b'}')
        && let Some(Open::Object(_)) = open.last()
    {
        open.pop();
    }
    let names = open.into_iter().filter_map(|one| match one {
        Open::Object(key) => key,
        Open::List(number) => Some(number.to_string()),
    });
    names.collect::<Vec<_>>().join("/")
}

/// The place of the quotation mark that ends the text beginning at `start`.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}
