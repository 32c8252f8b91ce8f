//! What is different between two descriptions, element by element and word by word.

use crate::Description;
use kernel::Result;
use serde_json::Value;
use similar::{ChangeTag, DiffOp, TextDiff, capture_diff_slices};

/// A piece of a text that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// Only in the earlier text.
    Removed(String),
    /// Only in the later text.
    Added(String),
}

/// A changed element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementChange {
    /// Where it is: `steps/1/title/lv`; places in lists count from 0, in the later description where it has the element.
    pub path: String,
    /// Its words, in order.
    pub pieces: Vec<Piece>,
}

/// Every element that differs, in the order of the description. Items of lists are recognised when they move up or down
/// because others came or went.
///
/// # Errors
/// Internal when a description cannot be written as JSON.
pub fn compare(before: &Description, after: &Description) -> Result<Vec<ElementChange>> {
    let mut changes = Vec::new();
    values("", &serde_json::to_value(before)?, &serde_json::to_value(after)?, &mut changes);
    Ok(changes)
}

/// The words of two texts, beside each other.
#[must_use]
pub fn compare_texts(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let word = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Kept(text)))
            | (ChangeTag::Delete, Some(Piece::Removed(text)))
            | (ChangeTag::Insert, Some(Piece::Added(text))) => text.push_str(word),
            (ChangeTag::Equal, _) => pieces.push(Piece::Kept(word.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Removed(word.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Added(word.to_owned())),
        }
    }
    pieces
}

fn values(path: &str, before: &Value, after: &Value, changes: &mut Vec<ElementChange>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let gone = old.keys().filter(|key| !new.contains_key(*key));
            for key in new.keys().chain(gone) {
                let (old, new) = (old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null));
                values(&below(path, key), old, new, changes);
            }
        }
        (Value::Array(old), Value::Array(new)) => lists(path, old, new, changes),
        // An element that came, went or has another shape now, such as a fee that was free and is an amount.
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
            leaves(path, before, &mut |path, text| changes.push(removed(path, text)));
            leaves(path, after, &mut |path, text| changes.push(added(path, text)));
        }
        _ => {
            changes.push(ElementChange { path: path.to_owned(), pieces: compare_texts(&plain(before), &plain(after)) })
        }
    }
}

fn lists(path: &str, old: &[Value], new: &[Value], changes: &mut Vec<ElementChange>) {
    let (old_texts, new_texts): (Vec<String>, Vec<String>) =
        (old.iter().map(Value::to_string).collect(), new.iter().map(Value::to_string).collect());
    for op in capture_diff_slices(similar::Algorithm::Myers, &old_texts, &new_texts) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        let (gone, come) = (op.old_range(), op.new_range());
        for place in 0..gone.len().max(come.len()) {
            let (was, is) = (old.get(gone.clone()), new.get(come.clone()));
            let (was, is) = (was.and_then(|items| items.get(place)), is.and_then(|items| items.get(place)));
            let at = below(path, &(come.start + place).to_string());
            values(&at, was.unwrap_or(&Value::Null), is.unwrap_or(&Value::Null), changes);
        }
    }
}

/// Every single value below an element.
fn leaves(path: &str, value: &Value, found: &mut impl FnMut(&str, String)) {
    match value {
        Value::Null => {}
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(&below(path, key), value, found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| leaves(&below(path, &place.to_string()), item, found));
        }
        _ => found(path, plain(value)),
    }
}

fn removed(path: &str, text: String) -> ElementChange {
    ElementChange { path: path.to_owned(), pieces: vec![Piece::Removed(text)] }
}

fn added(path: &str, text: String) -> ElementChange {
    ElementChange { path: path.to_owned(), pieces: vec![Piece::Added(text)] }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        _ => value.to_string(),
    }
}
