//! Where an answer lies: scopes of the UI schema, names with dots, reading and writing by name.

use crate::model::Answers;
use crate::rule::unusable;
use kernel::Result;
use serde_json::{Map, Value};

/// `#/properties/address/properties/city` as `address.city`.
///
/// # Errors
/// Internal `form-definition` for a scope that is not a chain of properties.
pub(crate) fn name_of_scope(scope: &str) -> Result<String> {
    let rest = scope.strip_prefix("#/").ok_or_else(|| unusable(format!("scope {scope}")))?;
    let parts: Vec<&str> = rest.split('/').collect();
    let odd = parts.chunks(2).any(|pair| pair.len() != 2 || pair[0] != "properties" || pair[1].contains('.'));
    if odd {
        return Err(unusable(format!("scope {scope}")));
    }
    Ok(parts.chunks(2).map(|pair| pair[1]).collect::<Vec<_>>().join("."))
}

/// The schema of the field `name`.
pub(crate) fn schema_of<'a>(schema: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(schema, |schema, part| schema.get("properties")?.get(part))
}

/// Whether the schema always asks for the field `name`.
pub(crate) fn always_required(schema: &Value, name: &str) -> bool {
    let mut at = schema;
    for part in name.split('.') {
        if !lists(at.get("required"), part) {
            return false;
        }
        let Some(next) = at.get("properties").and_then(|properties| properties.get(part)) else { return false };
        at = next;
    }
    true
}

/// Whether the schema asks for the field `name` under a condition (`allOf` with `if` and `then`).
pub(crate) fn sometimes_required(schema: &Value, name: &str) -> bool {
    let branches = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    branches.filter_map(|branch| branch.get("then")).any(|then| lists(then.get("required"), name))
}

fn lists(required: Option<&Value>, name: &str) -> bool {
    required.and_then(Value::as_array).is_some_and(|names| names.iter().any(|known| known == name))
}

/// The answer to `name`.
pub(crate) fn get<'a>(answers: &'a Answers, name: &str) -> Option<&'a Value> {
    let mut parts = name.split('.');
    let first = answers.get(parts.next()?)?;
    parts.try_fold(first, |value, part| value.get(part))
}

/// Writes the answer to `name`, making the objects on the way.
pub(crate) fn set(answers: &mut Answers, name: &str, value: Value) {
    match name.split_once('.') {
        None => {
            answers.insert(name.to_owned(), value);
        }
        Some((first, rest)) => {
            let entry = answers.entry(first).or_insert_with(|| Value::Object(Map::new()));
            if !entry.is_object() {
                *entry = Value::Object(Map::new());
            }
            if let Value::Object(inner) = entry {
                set(inner, rest, value);
            }
        }
    }
}

/// Takes the answer to `name` away, and the objects that are empty then.
pub(crate) fn remove(answers: &mut Answers, name: &str) {
    match name.split_once('.') {
        None => {
            answers.shift_remove(name);
        }
        Some((first, rest)) => {
            let Some(Value::Object(inner)) = answers.get_mut(first) else { return };
            remove(inner, rest);
            if inner.is_empty() {
                answers.shift_remove(first);
            }
        }
    }
}
