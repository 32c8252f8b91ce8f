//! What a description that is sent does not say. A draft may have gaps: what is missing is empty, and means what an input
//! left empty in the editor means (CAT-20).

use serde_json::{Map, Value, json};

/// What an element holds, as far as something stands there when nothing is said of it.
enum Shape {
    /// A text in both languages.
    Text,
    /// A word or a plain text, and the one that stands for nothing.
    Word(&'static str),
    /// Yes or no: yes, unless said otherwise.
    Yes,
    /// What nothing can stand for, such as an institution.
    Needed,
    /// A list of such.
    List(&'static Shape),
    /// Elements by their names.
    Object(&'static [Element]),
}

/// Name of an element, whether a description must have it, what it holds.
type Element = (&'static str, bool, Shape);

const MUST: bool = true;
const MAY: bool = false;

const DESCRIPTION: Shape = Shape::Object(&[
    ("name", MUST, Shape::Text),
    ("summary", MUST, Shape::Text),
    ("cofog", MUST, Shape::Word("")),
    ("client_circle", MUST, Shape::Word("any")),
    ("audience", MUST, Shape::Text),
    ("territory", MUST, Shape::Word("whole_country")),
    ("steps", MUST, Shape::List(&STEP)),
    ("documents", MUST, Shape::List(&DOCUMENT)),
    ("conditions", MUST, Shape::List(&Shape::Text)),
    ("outputs", MAY, Shape::List(&OUTPUT)),
    ("legal_basis", MUST, Shape::List(&LEGAL_ACT)),
    ("appeal", MUST, Shape::Text),
    ("providers", MUST, Shape::List(&PROVIDER)),
    ("channels", MUST, Shape::List(&CHANNEL)),
    ("identification", MUST, Shape::Word("none")),
    ("signature", MUST, Shape::Word("not_needed")),
    ("digital", MAY, DIGITAL),
    ("payment", MAY, Shape::Text),
    ("notice", MAY, Shape::Text),
]);

const STEP: Shape = Shape::Object(&[
    ("stage", MUST, Shape::Word("request")),
    ("title", MUST, Shape::Text),
    ("text", MUST, Shape::Text),
]);

const DOCUMENT: Shape = Shape::Object(&[
    ("name", MUST, Shape::Text),
    ("kind", MUST, Shape::Word("document")),
    ("required", MUST, Shape::Yes),
    ("note", MAY, Shape::Text),
]);

const OUTPUT: Shape = Shape::Object(&[("name", MUST, Shape::Text), ("kind", MUST, Shape::Word("decision"))]);

const LEGAL_ACT: Shape = Shape::Object(&[("title", MUST, Shape::Text)]);

const PROVIDER: Shape = Shape::Object(&[
    ("stage", MUST, Shape::Word("request")),
    ("institution", MUST, Shape::Needed),
    ("contact", MUST, Shape::Object(&[])),
]);

const CHANNEL: Shape = Shape::Object(&[
    ("channel", MUST, Shape::Word("institution")),
    ("stages", MUST, Shape::List(&Shape::Needed)),
    // That it costs nothing is never said for the sender.
    ("fee", MUST, Shape::Word("stated")),
    ("tiers", MAY, Shape::List(&TIER)),
    ("hours", MUST, Shape::Text),
    ("opening", MAY, Shape::List(&OPENING)),
    ("reason", MUST, Shape::Word("access")),
    ("note", MAY, Shape::Text),
]);

const TIER: Shape = Shape::Object(&[("fee", MUST, Shape::Word("stated")), ("condition", MUST, Shape::Text)]);

const OPENING: Shape = Shape::Object(&[
    ("days", MUST, Shape::List(&Shape::Needed)),
    ("opens", MUST, Shape::Word("")),
    ("closes", MUST, Shape::Word("")),
]);

const DIGITAL: Shape =
    Shape::Object(&[("mode", MUST, Shape::Word("primarily_digital")), ("support", MUST, Shape::Text)]);

/// Fills what a description in JSON does not say with what is empty, and names the places: `channels/0/hours`. A language
/// that a text does not have is filled and not named, as the rules of quality know which ones it needs. What has another
/// shape than a description stays as it is.
#[must_use]
pub fn fill_gaps(description: &mut Value) -> Vec<String> {
    let mut gaps = Vec::new();
    DESCRIPTION.fill("", description, &mut gaps);
    gaps
}

impl Shape {
    fn fill(&self, path: &str, value: &mut Value, gaps: &mut Vec<String>) {
        match (self, value) {
            (Self::Text, Value::Object(words)) => {
                for language in ["lv", "en"] {
                    if words.get(language).is_none_or(Value::is_null) {
                        words.insert(language.to_owned(), json!(""));
                    }
                }
            }
            (Self::List(item), Value::Array(items)) => {
                for (place, value) in items.iter_mut().enumerate() {
                    let at = below(path, &place.to_string());
                    match item.empty() {
                        Some(empty) if value.is_null() => {
                            *value = empty;
                            gaps.push(at);
                        }
                        _ => item.fill(&at, value, gaps),
                    }
                }
            }
            (Self::Object(elements), Value::Object(fields)) => {
                for (name, must, shape) in *elements {
                    let at = below(path, name);
                    if let Some(value) = fields.get_mut(*name).filter(|value| !value.is_null()) {
                        shape.fill(&at, value, gaps);
                    } else if *must && let Some(empty) = shape.empty() {
                        fields.insert((*name).to_owned(), empty);
                        gaps.push(at);
                    }
                }
            }
            _ => {}
        }
    }

    /// What stands for nothing.
    fn empty(&self) -> Option<Value> {
        Some(match self {
            Self::Text => json!({ "lv": "", "en": "" }),
            Self::Word(word) => json!(word),
            Self::Yes => json!(true),
            Self::Needed => return None,
            Self::List(_) => json!([]),
            Self::Object(elements) => {
                let needed = elements.iter().filter(|(_, must, _)| *must);
                let fields: Map<String, Value> =
                    needed.filter_map(|(name, _, shape)| Some(((*name).to_owned(), shape.empty()?))).collect();
                Value::Object(fields)
            }
        })
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}
