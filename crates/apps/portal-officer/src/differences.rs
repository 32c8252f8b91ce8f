//! Where two documents say something else: what an editor sees when somebody else was quicker.

use serde::Serialize;
use serde_json::Value;
use web_kit::Visit;

/// One element that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Where: `steps 2 · title · lv`.
    pub place: String,
    /// What the editor typed.
    pub mine: String,
    /// What is kept.
    pub theirs: String,
}

/// Every element in which two documents of one shape differ; lists are compared element by element.
pub fn differences(visit: &Visit, mine: &impl Serialize, theirs: &impl Serialize) -> Vec<Difference> {
    let [mine, theirs] = [serde_json::to_value(mine), serde_json::to_value(theirs)].map(Result::unwrap_or_default);
    let mut found = Vec::new();
    walk(&mut Vec::new(), &mine, &theirs, &mut |path, mine, theirs| {
        let words = path.iter().map(|part| word(visit, part)).collect::<Vec<_>>();
        found.push(Difference { place: words.join(" · "), mine: shown(mine), theirs: shown(theirs) });
    });
    found
}

fn walk(path: &mut Vec<String>, mine: &Value, theirs: &Value, take: &mut impl FnMut(&[String], &Value, &Value)) {
    if mine == theirs {
        return;
    }
    match (mine, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            let added = b.keys().filter(|key| !a.contains_key(*key));
            for key in a.keys().chain(added) {
                let (a, b) = (a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null));
                step(path, key.clone(), a, b, take);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.iter().chain(b).all(|item| item.is_object()) => {
            for place in 0..a.len().max(b.len()) {
                let (a, b) = (a.get(place).unwrap_or(&Value::Null), b.get(place).unwrap_or(&Value::Null));
                step(path, (place + 1).to_string(), a, b, take);
            }
        }
        _ => take(path, mine, theirs),
    }
}

fn step(
    path: &mut Vec<String>,
    part: String,
    mine: &Value,
    theirs: &Value,
    take: &mut impl FnMut(&[String], &Value, &Value),
) {
    path.push(part);
    walk(path, mine, theirs, take);
    path.pop();
}

/// Where a field of a form stands, in words: `step-0-title-lv` is `step · 1 · title · lv`.
pub fn field_place(visit: &Visit, field: &str) -> String {
    let whole = word(visit, field);
    if whole != field {
        return whole;
    }
    let part = |part: &str| match (part, part.parse::<usize>()) {
        (_, Ok(number)) => (number + 1).to_string(),
        ("step", _) => word(visit, "steps"),
        ("deadline", _) => word(visit, "deadlines"),
        _ => word(visit, part),
    };
    field.split('-').map(part).collect::<Vec<_>>().join(" · ")
}

/// A part of a place in words, where there are some.
fn word(visit: &Visit, part: &str) -> String {
    let key = format!("edit-part-{part}");
    let text = visit.text(&key);
    if text == key { part.to_owned() } else { text }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(map) => map.values().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / "),
        other => other.to_string(),
    }
}
