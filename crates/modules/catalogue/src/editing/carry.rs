//! Two changes of one text put together: what is published now goes into a text that waits for its day, element by element.

use super::assemble::{content_of, elements};
use crate::{Description, Section, TemplateText};
use kernel::Result;
use serde_json::{Map, Value};

/// Elements that are one choice of several, or one list of prices: they are taken whole.
const WHOLE: [&str; 4] = ["fee", "tiers", "deadline", "territory"];

/// What tells the items of a list from each other. Where both changed an item and one of them made another thing of it,
/// the places of the list cannot be trusted.
const NAMES: [&str; 5] = ["channel", "stage", "institution", "name", "title"];

/// A planned text with what changed meanwhile.
pub(crate) struct Carried {
    pub description: Description,
    /// Sections in which both changed the same words: there the planned ones stand.
    pub disputed: Vec<Section>,
}

/// The planned text with what `now` changed of `before`.
///
/// # Errors
/// Internal when a description cannot be written as JSON or read from it.
pub(crate) fn carried(before: &Description, now: &Description, planned: &Description) -> Result<Carried> {
    let (mut paths, mut disputed) = (Vec::new(), Vec::new());
    let whole = objects("", &elements(before)?, &elements(now)?, &elements(planned)?, &mut paths);
    for section in paths.iter().filter_map(|path| Section::of(path)) {
        if !disputed.contains(&section) {
            disputed.push(section);
        }
    }
    Ok(Carried { description: serde_json::from_value(Value::Object(whole))?, disputed })
}

/// The same of texts of a template; none when both changed the same words.
///
/// # Errors
/// Internal when a text cannot be written as JSON or read from it.
pub(crate) fn carried_template(
    before: &TemplateText,
    now: &TemplateText,
    planned: &TemplateText,
) -> Result<Option<TemplateText>> {
    let mut disputed = Vec::new();
    let whole = objects("", &parts(before)?, &parts(now)?, &parts(planned)?, &mut disputed);
    if disputed.is_empty() { Ok(Some(serde_json::from_value(Value::Object(whole))?)) } else { Ok(None) }
}

fn parts(text: &TemplateText) -> Result<Map<String, Value>> {
    Ok(serde_json::from_value(serde_json::to_value(text)?)?)
}

/// The sections in which `now` changed something of `before` that `planned` does not say.
///
/// # Errors
/// Internal when a description cannot be written as JSON.
pub(crate) fn missing(before: &Description, now: &Description, planned: &Description) -> Result<Vec<Section>> {
    let mut found = Vec::new();
    for section in Section::DESCRIPTION {
        let (old, new) = (content_of(section, before)?, content_of(section, now)?);
        if new != old && new != content_of(section, planned)? {
            found.push(section);
        }
    }
    Ok(found)
}

fn objects(
    path: &str,
    before: &Map<String, Value>,
    now: &Map<String, Value>,
    planned: &Map<String, Value>,
    disputed: &mut Vec<String>,
) -> Map<String, Value> {
    let gone = now.keys().filter(|name| !planned.contains_key(*name));
    let mut whole = Map::new();
    for name in planned.keys().chain(gone) {
        let of = |map: &Map<String, Value>| map.get(name).cloned().unwrap_or_default();
        let inside = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let value = values(&inside, &of(before), &of(now), &of(planned), disputed);
        if !value.is_null() {
            whole.insert(name.clone(), value);
        }
    }
    whole
}

/// What both changed in different ways is `disputed`, by its path, and stays as it is planned.
fn values(path: &str, before: &Value, now: &Value, planned: &Value, disputed: &mut Vec<String>) -> Value {
    if now == before || now == planned {
        return planned.clone();
    }
    if planned == before {
        return now.clone();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    match (before, now, planned) {
        (Value::Object(before), Value::Object(now), Value::Object(planned)) if !WHOLE.contains(&name) => {
            Value::Object(objects(path, before, now, planned, disputed))
        }
        (Value::Array(before), Value::Array(now), Value::Array(planned))
            if !WHOLE.contains(&name) && same_places(before, now, planned) =>
        {
            let items = before.iter().zip(now).zip(planned).enumerate();
            let item = |(place, ((before, now), planned)): (usize, ((&Value, &Value), &Value))| {
                values(&format!("{path}/{place}"), before, now, planned, disputed)
            };
            Value::Array(items.map(item).collect())
        }
        _ => {
            disputed.push(path.to_owned());
            planned.clone()
        }
    }
}

/// Whether the same places of three lists hold the same things.
fn same_places(before: &[Value], now: &[Value], planned: &[Value]) -> bool {
    let both = |before: &Value, now: &Value, planned: &Value| now != before && planned != before && now != planned;
    let named = |one: &Value, other: &Value| NAMES.iter().all(|name| one.get(name) == other.get(name));
    let kept = |((before, now), planned): ((&Value, &Value), &Value)| {
        !both(before, now, planned) || (named(before, now) && named(before, planned))
    };
    before.len() == now.len() && before.len() == planned.len() && before.iter().zip(now).zip(planned).all(kept)
}
