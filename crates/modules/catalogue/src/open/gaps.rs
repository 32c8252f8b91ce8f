//! What a description that is sent does not say. A draft may have gaps: what is missing is empty, and means what an input
//! left empty in the editor means (CAT-20). The elements are those of the type: which of them must be said is what it
//! cannot be read without.

use crate::{
    ChannelOffer, Contact, Description, DigitalMode, DigitalScope, DocumentKind, Fee, FeeTier, LegalAct, Opening,
    Output, OutputKind, ProviderStage, RequiredDocument, Stage, Step,
};
use kernel::{Channel, InstitutionId, LangText};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use uuid::Uuid;

/// Nothing can stand for an institution: in the example stands this one, and it fills no gap.
const NOBODY: Uuid = Uuid::nil();

/// Fills what a description in JSON does not say with what is empty, and names the places: `channels/0/hours`. A language
/// that a text does not have is filled and not named, as the rules of quality know which ones it needs. What has another
/// shape than a description stays as it is.
#[must_use]
pub fn fill_gaps(description: &mut Value) -> Vec<String> {
    static EXAMPLE: OnceLock<Example> = OnceLock::new();
    let example = EXAMPLE.get_or_init(Example::new);
    let mut gaps = Vec::new();
    example.fill(&Like { at: String::new(), value: &example.whole }, "", description, &mut gaps);
    gaps
}

/// A description with one item in every list and everything that may be left out.
struct Example {
    whole: Value,
    /// What it cannot be read without: `/steps/0/title`.
    needed: BTreeSet<String>,
}

/// An element of the example with its place.
struct Like<'a> {
    at: String,
    value: &'a Value,
}

impl Like<'_> {
    fn named(&self, name: &str) -> Option<Like<'_>> {
        Some(Like { at: format!("{}/{name}", self.at), value: self.value.get(name)? })
    }

    fn item(&self) -> Option<Like<'_>> {
        Some(Like { at: format!("{}/0", self.at), value: self.value.get(0)? })
    }
}

impl Example {
    fn new() -> Self {
        let whole = serde_json::to_value(example()).unwrap_or_else(|error| {
            tracing::error!(%error, "the example of a description cannot be written");
            Value::Null
        });
        let mut places = Vec::new();
        places_of("", &whole, &mut places);
        let needed = places.into_iter().filter(|at| !readable_without(&whole, at)).collect();
        Self { whole, needed }
    }

    fn fill(&self, like: &Like<'_>, path: &str, value: &mut Value, gaps: &mut Vec<String>) {
        match (like.value, value) {
            (text, Value::Object(words)) if is_text(text) => {
                for language in ["lv", "en"] {
                    if words.get(language).is_none_or(Value::is_null) {
                        words.insert(language.to_owned(), json!(""));
                    }
                }
            }
            (Value::Array(_), Value::Array(items)) => {
                let Some(like) = like.item() else { return };
                for (place, value) in items.iter_mut().enumerate() {
                    self.fill_item(&like, below(path, &place.to_string()), value, gaps);
                }
            }
            (Value::Object(elements), Value::Object(fields)) => {
                for name in elements.keys() {
                    if let Some(like) = like.named(name) {
                        self.fill_element((name.as_str(), &like), path, fields, gaps);
                    }
                }
            }
            _ => {}
        }
    }

    fn fill_item(&self, like: &Like<'_>, at: String, value: &mut Value, gaps: &mut Vec<String>) {
        match self.empty(like) {
            Some(empty) if value.is_null() => {
                *value = empty;
                gaps.push(at);
            }
            _ => self.fill(like, &at, value, gaps),
        }
    }

    fn fill_element(
        &self,
        (name, like): (&str, &Like<'_>),
        path: &str,
        fields: &mut Map<String, Value>,
        gaps: &mut Vec<String>,
    ) {
        let at = below(path, name);
        if let Some(value) = fields.get_mut(name).filter(|value| !value.is_null()) {
            self.fill(like, &at, value, gaps);
        } else if self.needed.contains(&like.at)
            && let Some(empty) = self.empty(like)
        {
            fields.insert(name.to_owned(), empty);
            gaps.push(at);
        }
    }

    /// What stands for nothing.
    fn empty(&self, like: &Like<'_>) -> Option<Value> {
        match like.value {
            text if is_text(text) => Some(text.clone()),
            Value::Array(_) => Some(json!([])),
            Value::Object(elements) => {
                let needed = elements.keys().filter_map(|name| Some((name, like.named(name)?)));
                let needed = needed.filter(|(_, like)| self.needed.contains(&like.at));
                let fields: Map<String, Value> =
                    needed.filter_map(|(name, like)| Some((name.clone(), self.empty(&like)?))).collect();
                Some(Value::Object(fields))
            }
            nobody if *nobody == json!(NOBODY) => None,
            word => Some(word.clone()),
        }
    }
}

/// Each element by itself, in what it stands in.
fn places_of(at: &str, value: &Value, places: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        text if is_text(text) => return,
        Value::Array(items) => items.first().map(|item| (format!("{at}/0"), item)).into_iter().collect(),
        Value::Object(elements) => {
            let named: Vec<(String, &Value)> =
                elements.iter().map(|(name, value)| (format!("{at}/{name}"), value)).collect();
            places.extend(named.iter().map(|(at, _)| at.clone()));
            named
        }
        _ => Vec::new(),
    };
    for (at, value) in inside {
        places_of(&at, value, places);
    }
}

fn readable_without(whole: &Value, at: &str) -> bool {
    let mut rest = whole.clone();
    if let Some((around, name)) = at.rsplit_once('/')
        && let Some(Value::Object(elements)) = rest.pointer_mut(around)
    {
        elements.remove(name);
    }
    serde_json::from_value::<Description>(rest).is_ok()
}

/// Whether it is a text in both languages.
fn is_text(value: &Value) -> bool {
    value.get("lv").is_some_and(Value::is_string) && value.get("en").is_some_and(Value::is_string)
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn example() -> Description {
    let text = LangText::default;
    let document = RequiredDocument {
        name: text(),
        kind: DocumentKind::Document,
        required: true,
        note: Some(text()),
        link: None,
        evidence_type: None,
        proves: None,
        channels: Vec::new(),
    };
    let provider =
        ProviderStage { stage: Stage::Request, institution: InstitutionId::new(NOBODY), contact: Contact::default() };
    // That it costs nothing is never said for the sender.
    let channel = ChannelOffer {
        tiers: vec![FeeTier { fee: Fee::Stated, added: false, condition: text() }],
        opening: vec![Opening { days: Vec::new(), opens: String::new(), closes: String::new() }],
        ..ChannelOffer::new(Channel::Institution, Vec::new(), Fee::Stated)
    };
    Description {
        steps: vec![Step { stage: Stage::Request, title: text(), text: text() }],
        documents: vec![document],
        conditions: vec![text()],
        outputs: vec![Output { name: text(), kind: OutputKind::Decision }],
        legal_basis: vec![LegalAct { title: text(), link: None }],
        providers: vec![provider],
        channels: vec![channel],
        digital: Some(DigitalMode { mode: DigitalScope::PrimarilyDigital, since: None, support: text() }),
        payment: Some(text()),
        notice: Some(text()),
        ..Description::empty()
    }
}
