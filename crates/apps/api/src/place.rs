//! What is wrong with a JSON text, and where: a place in the text becomes a path that people and programs understand.

use kernel::{Error, FieldError};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;
use serde_json::{Map, Value};

/// Reads a value. What is no JSON is told apart from JSON that says something else than is asked for.
///
/// # Errors
/// Invalid `bad-json` with line and column; invalid `json-data` with the path of what cannot be taken and why:
/// `description/channels/2/fee`.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => {
            let mut field = unwanted(text, &error);
            if error.line() == 0 {
                let path = std::mem::take(&mut field.path);
                field.path = if path.is_empty() {
                    fault_beside_kind::<T>(text).unwrap_or_default()
                } else {
                    match object_beside_kind::<T>(text, &path, &error) {
                        Some(object) => below(object, &path),
                        None => path,
                    }
                };
            }
            Error::invalid("json-data").fields([field])
        }
        Category::Io | Category::Syntax | Category::Eof => {
            let path = path_at(text, offset(text, error.line(), error.column()));
            let field = FieldError::new(path, "json-place").arg("line", error.line()).arg("column", error.column());
            Error::invalid("bad-json").fields([field])
        }
    })
}

/// Refuses a list where an object is asked for: the library would take it for the values of the fields, in an order that is
/// promised nowhere.
///
/// # Errors
/// Invalid `bad-json` for what is no JSON; invalid `json-data` for a list.
pub fn require_object(text: &str) -> Result<(), Error> {
    if !text.trim_start().starts_with('[') {
        return Ok(());
    }
    read::<IgnoredAny>(text)?;
    let args = vec![("found", "list".to_owned()), ("expected", "object".to_owned())];
    Err(Error::invalid("json-data").fields([FieldError { path: String::new(), key: "json-type".to_owned(), args }]))
}

/// Refuses the character with the code 0, which JSON can write and PostgreSQL cannot keep: both databases take the same.
///
/// # Errors
/// Invalid `json-data` with the path of the text that holds it.
pub fn without_zero(text: &str) -> Result<(), Error> {
    // A backslash that is itself written with a backslash begins no character.
    let begins =
        |at: usize| text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count().is_multiple_of(2);
    match text.match_indices("\\u0000").find(|(at, _)| begins(*at)) {
        Some((at, _)) => Err(Error::invalid("json-data").field(path_at(text, at), "zero-character")),
        None => Ok(()),
    }
}

/// More fields than a thing has whose kind decides them.
const FIELDS: usize = 32;

/// Which field of a thing whose kind decides its fields cannot be taken: the one without which it could be, or would only
/// be missing. The library has forgotten. Each field costs a reading of all others, so nobody may send many.
fn fault_beside_kind<T: DeserializeOwned>(text: &str) -> Option<String> {
    let Value::Object(fields) = serde_json::from_str::<Value>(text).ok()? else { return None };
    if fields.len() > FIELDS {
        return None;
    }
    let lacks = |fields: Map<String, Value>| match serde_json::from_value::<T>(Value::Object(fields)) {
        Ok(_) => Some(None),
        Err(error) => {
            let reason = error.to_string();
            reason.starts_with("missing field").then(|| quoted(&reason).first().cloned())
        }
    };
    // Nothing at all lacks the kind first.
    let kind = lacks(Map::new()).flatten();
    let without = |name: &String| {
        let mut rest = fields.clone();
        rest.remove(name);
        rest
    };
    let is_at_fault = |name: &&String| match lacks(without(name)) {
        Some(None) => true,
        Some(missing) => missing.as_ref() == Some(*name),
        None => false,
    };
    fields.keys().filter(|name| kind.as_ref() != Some(*name)).find(is_at_fault).cloned()
}

/// In which object beside the kind a field is missing or surplus, if in one: without that object the fault is another, or
/// none.
fn object_beside_kind<T: DeserializeOwned>(text: &str, field: &str, error: &serde_json::Error) -> Option<String> {
    let Value::Object(fields) = serde_json::from_str::<Value>(text).ok()? else { return None };
    let is_at_fault = |name: &&String| {
        let mut rest = fields.clone();
        rest.remove(*name);
        serde_json::from_value::<T>(Value::Object(rest)).err().is_none_or(|other| {
            let other = other.to_string();
            other != error.to_string() && other != format!("missing field `{name}`")
        })
    };
    let mut objects = fields.iter().filter(|(name, value)| value.is_object() && *name != field).map(|(name, _)| name);
    objects.find(is_at_fault).cloned()
}

/// The same fault under the name that the body of a request has for `from`.
pub fn renamed(error: Error, from: &str, to: &str) -> Error {
    if error.key() != "form-has-errors" || error.field_errors().iter().all(|field| field.path != from) {
        return error;
    }
    let fields = error.field_errors().iter().cloned();
    let path = |path: String| if path == from { to.to_owned() } else { path };
    Error::invalid("form-has-errors").fields(fields.map(|field| FieldError { path: path(field.path), ..field }))
}

/// What of a text cannot be taken. The library tells it in English words of a fixed form; ours are in both languages.
fn unwanted(text: &str, error: &serde_json::Error) -> FieldError {
    // The place at the end of the reason is that of a line; the path says it better.
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    // Of what is read in two steps, such as an event whose kind decides its fields, the library forgets the place.
    let path = match error.line() {
        0 => String::new(),
        line => path_at(text, offset(text, line, error.column())),
    };
    let names = quoted(reason);
    let first = || names.first().cloned().unwrap_or_default();
    let (path, key, args) = if reason.starts_with("missing field") {
        (below(path, &first()), "json-field-missing", vec![("name", first())])
    } else if reason.starts_with("unknown field") {
        let path = if path.is_empty() { first() } else { path };
        match names.get(1..).filter(|known| !known.is_empty()) {
            Some(known) => (path, "json-field-unknown", vec![("name", first()), ("known", known.join(", "))]),
            None => (path, "json-field-surplus", vec![("name", first())]),
        }
    } else if reason.starts_with("unknown variant") {
        let known = names.get(1..).unwrap_or_default().join(", ");
        (path, "json-value-unknown", vec![("value", first()), ("known", known)])
    } else if let Some((found, expected)) =
        reason.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "))
    {
        (path, "json-type", vec![("found", kind(found).to_owned()), ("expected", kind(expected).to_owned())])
    } else {
        (path, "json-value", Vec::new())
    };
    FieldError { path, key: key.to_owned(), args }
}

fn below(path: String, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// What stands between backticks.
fn quoted(reason: &str) -> Vec<String> {
    reason.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The kind of a JSON value in the words of the texts.
fn kind(told: &str) -> &'static str {
    let word = told.strip_prefix("a ").or_else(|| told.strip_prefix("an ")).unwrap_or(told);
    let word = word.split([' ', ',']).next().unwrap_or_default();
    match word {
        "string" | "borrowed" | "str" | "character" => "text",
        "integer" | "floating" | "number" | "f32" | "f64" => "number",
        "boolean" | "bool" => "boolean",
        "null" | "unit" => "nothing",
        "sequence" | "tuple" | "array" => "list",
        "map" | "struct" | "internally" => "object",
        _ if word.strip_prefix(['u', 'i']).is_some_and(|bits| bits == "size" || bits.parse::<u8>().is_ok()) => "number",
        _ => "other",
    }
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
