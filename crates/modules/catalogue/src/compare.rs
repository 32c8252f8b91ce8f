//! What is different between two descriptions, element by element and word by word.

use crate::{Description, TemplateText};
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

/// The same of two texts of a template.
pub(crate) fn compare_templates(before: &TemplateText, after: &TemplateText) -> Result<Vec<ElementChange>> {
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
    gathered(&pieces)
}

/// Changes with nothing between them that a reader holds on to are one change: words that alternate one by one cannot be
/// read. Each of the two texts stays what it was.
fn gathered(pieces: &[Piece]) -> Vec<Piece> {
    let mut found = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    for (place, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Removed(text) => gone.push_str(text),
            Piece::Added(text) => come.push_str(text),
            Piece::Kept(text) => {
                let before = !gone.is_empty() && !come.is_empty();
                let after = pieces.get(place + 1..).is_some_and(begins_with_other_words);
                let blank = text.trim().is_empty();
                if (blank && (before || after) && place > 0) || (before && after && is_short(text)) {
                    gone.push_str(text);
                    come.push_str(text);
                } else {
                    close(&mut found, &mut gone, &mut come);
                    found.push(piece.clone());
                }
            }
        }
    }
    close(&mut found, &mut gone, &mut come);
    found
}

/// Whether words stand in the place of others.
fn begins_with_other_words(pieces: &[Piece]) -> bool {
    matches!(pieces, [Piece::Removed(_), Piece::Added(_), ..] | [Piece::Added(_), Piece::Removed(_), ..])
}

/// A word or two of a few letters.
fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= 2 && text.trim().chars().count() <= 12
}

fn close(found: &mut Vec<Piece>, gone: &mut String, come: &mut String) {
    if !gone.is_empty() {
        found.push(Piece::Removed(std::mem::take(gone)));
    }
    if !come.is_empty() {
        found.push(Piece::Added(std::mem::take(come)));
    }
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
        // What is paid is one thing, whether it is a word or an amount.
        _ if is_fee(path) && !before.is_null() && !after.is_null() && before.is_object() != after.is_object() => {
            let pieces = vec![Piece::Removed(fee(before)), Piece::Added(fee(after))];
            changes.push(ElementChange { path: path.to_owned(), pieces });
        }
        // An element that came, went or has another shape now.
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

fn is_fee(path: &str) -> bool {
    path.rsplit('/').next() == Some("fee")
}

/// Its word, or its amount in cents.
fn fee(value: &Value) -> String {
    plain(value.get("amount").unwrap_or(value))
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
