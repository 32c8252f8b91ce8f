//! The texts inside a document, whatever its shape: every object that says the same in `lv` and `en`.

use crate::{Source, view};
use kernel::Result;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use storage::Read;

/// A document in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken<T> {
    /// The document; a text that is in the language stands in place of the Latvian and the English one, others stay.
    pub document: T,
    /// How many texts are in the language.
    pub texts: usize,
    /// Which engines translated some of them; none when people wrote all.
    pub engines: BTreeSet<String>,
}

/// Elements whose words no engine touches: a law is found by the title under which it was published and by no other.
const NAMED: [&str; 1] = ["legal_basis"];

/// The texts of a document that would have to be translated into `target`: the Latvian ones, or the English where there
/// is no Latvian. What people wrote in `target` is left out, and so are titles of laws.
///
/// # Errors
/// Internal when the document cannot be written as JSON.
pub fn sources(document: &impl Serialize, target: &str) -> Result<Vec<Source>> {
    let mut value = serde_json::to_value(document)?;
    without_names(&mut value);
    let mut found = Vec::new();
    each(&mut value, &mut |text| found.extend(source_of(text).filter(|_| human(text, target).is_none())));
    Ok(found)
}

/// The document with its texts in `target`, as far as there are any: human ones first, then translated ones.
///
/// # Errors
/// Internal when the document cannot be read again, unavailable when the database cannot be reached.
pub async fn spoken<T: Serialize + DeserializeOwned>(tx: &Read, document: &T, target: &str) -> Result<Spoken<T>> {
    let known = view::translations_of(tx, &sources(document, target)?, target).await?;
    let mut value = serde_json::to_value(document)?;
    let (mut texts, mut engines) = (0, BTreeSet::new());
    each(&mut value, &mut |text| {
        let own = human(text, target);
        let translated = source_of(text).and_then(|source| known.get(&source));
        let Some(said) = own.or_else(|| translated.map(|found| found.text.clone())) else { return };
        if human(text, target).is_none() {
            engines.extend(translated.map(|found| found.engine.clone()));
        }
        texts += 1;
        text.insert("lv".to_owned(), Value::String(said.clone()));
        text.insert("en".to_owned(), Value::String(said));
    });
    let document = serde_json::from_value(value)?;
    Ok(Spoken { document, texts, engines })
}

/// Takes the elements away whose words are names.
fn without_names(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !NAMED.contains(&key.as_str()));
            map.values_mut().for_each(without_names);
        }
        Value::Array(items) => items.iter_mut().for_each(without_names),
        _ => {}
    }
}

/// Calls `take` for every text of a value.
fn each(value: &mut Value, take: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(map) if is_text(map) => take(map),
        Value::Object(map) => map.values_mut().for_each(|inner| each(inner, take)),
        Value::Array(items) => items.iter_mut().for_each(|inner| each(inner, take)),
        _ => {}
    }
}

fn is_text(map: &Map<String, Value>) -> bool {
    ["lv", "en"].iter().all(|language| map.get(*language).is_some_and(Value::is_string))
}

fn human(text: &Map<String, Value>, target: &str) -> Option<String> {
    said(text, target)
}

fn source_of(text: &Map<String, Value>) -> Option<Source> {
    ["lv", "en"].iter().find_map(|language| said(text, language).map(|words| Source::new(words, *language)))
}

fn said(text: &Map<String, Value>, language: &str) -> Option<String> {
    text.get(language).and_then(Value::as_str).filter(|words| !words.trim().is_empty()).map(str::to_owned)
}
