//! Reading a service that is sent: what a description does not say is a gap, and everything that has another shape than is
//! asked for is told in one answer, with what is wrong with the values beside it.

use super::shapes::SentService;
use crate::place;
use kernel::{Error, FieldError, Result};
use serde_json::Value;
use std::collections::BTreeSet;

/// So many faults are named; whoever mends them is told of the others.
const MOST_FAULTS: usize = 20;

/// Reads a service, with the gaps of its description and the places in it that cannot be read: the rest is still to be
/// checked.
///
/// # Errors
/// Invalid `bad-json` for what is no JSON; invalid `json-data` with each place of what cannot be taken, and why, when that
/// is not in the description alone or is too much to go on.
pub fn read(text: &str) -> Result<SentService> {
    place::require_object(text)?;
    place::without_zero(text)?;
    let first = match place::read::<SentService>(text) {
        Ok(sent) => return Ok(sent),
        Err(error) => error,
    };
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return Err(first) };
    let before = value.clone();
    let gaps = fill(&mut value);
    let (mut faults, mut aside): (Vec<FieldError>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
    while faults.len() < MOST_FAULTS {
        let error = match place::read::<SentService>(&value.to_string()) {
            // What was wrong with the text is not seen in its values, such as a field that is there twice.
            Ok(_) if faults.is_empty() && value == before => return Err(first),
            Ok(mut sent) if faults.iter().all(|fault| fault.path.starts_with("description/")) => {
                (sent.gaps, sent.unread) = (gaps, faults);
                return Ok(sent);
            }
            Ok(_) => break,
            Err(error) => error,
        };
        let Some(fault) = error.field_errors().first().cloned() else { return Err(error) };
        // It is JSON: what reads like a fault of the text is one of this value.
        let fault = if error.key() == "json-data" { fault } else { FieldError::new(fault.path, "json-value") };
        let goes_on = put_aside(&mut value, &fault.path, &mut aside);
        // What surrounds a fault is only wrong because it was put aside.
        if !faults.iter().any(|told| lies_in(&told.path, &fault.path)) {
            faults.push(fault);
        }
        if !goes_on {
            break;
        }
        fill(&mut value);
    }
    Err(Error::invalid("json-data").fields(faults))
}

fn fill(value: &mut Value) -> Vec<String> {
    value.get_mut("description").map(catalogue::fill_gaps).unwrap_or_default()
}

/// Whether a place is this one or one in it.
fn lies_in(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| outer.is_empty() || rest.is_empty() || rest.starts_with('/'))
}

/// Takes away what stands at a place, or what surrounds it when nothing does, so that the rest can be read. Nothing is taken
/// twice.
fn put_aside(value: &mut Value, path: &str, aside: &mut BTreeSet<String>) -> bool {
    let mut path = path;
    while !path.is_empty() {
        let (outer, name) = path.rsplit_once('/').unwrap_or(("", path));
        if aside.insert(path.to_owned()) && take(value, outer, name) {
            return true;
        }
        path = outer;
    }
    false
}

fn take(value: &mut Value, outer: &str, name: &str) -> bool {
    let pointer = if outer.is_empty() { String::new() } else { format!("/{outer}") };
    match value.pointer_mut(&pointer) {
        Some(Value::Object(fields)) => fields.remove(name).is_some(),
        // The others keep their places.
        Some(Value::Array(items)) => {
            let item = name.parse::<usize>().ok().and_then(|place| items.get_mut(place));
            item.is_some_and(|item| !item.take().is_null())
        }
        _ => false,
    }
}
