//! What a description lacks of the elements of MK 399 p.9 (CAT-18).

use crate::{Contact, Description, Stage, Territory};
use kernel::{Error, FieldError, LangText, Result};

/// A missing or faulty element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Where in the description: `steps/2/title`.
    pub path: String,
    /// Message id of what is wrong.
    pub key: &'static str,
}

/// Every gap of a description; a description without gaps may be published.
#[must_use]
pub fn gaps(description: &Description) -> Vec<Gap> {
    let mut found = Found::default();
    names(description, &mut found);
    lists(description, &mut found);
    channels(description, &mut found);
    providers(description, &mut found);
    found.0
}

/// That a description has no gaps.
///
/// # Errors
/// Invalid `service-incomplete` with one field error per gap.
pub(crate) fn require_complete(description: &Description) -> Result<()> {
    let gaps = gaps(description);
    if gaps.is_empty() {
        return Ok(());
    }
    let field = |gap: Gap| FieldError { path: gap.path, key: gap.key.to_owned(), args: Vec::new() };
    Err(Error::invalid("service-incomplete").fields(gaps.into_iter().map(field)))
}

#[derive(Default)]
struct Found(Vec<Gap>);

impl Found {
    fn add(&mut self, path: impl Into<String>, key: &'static str) {
        self.0.push(Gap { path: path.into(), key });
    }

    fn both(&mut self, path: impl Into<String>, text: &LangText) {
        if text.lv.trim().is_empty() || text.en.trim().is_empty() {
            self.add(path, "service-text-missing");
        }
    }

    fn some<T>(&mut self, path: &str, items: &[T]) {
        if items.is_empty() {
            self.add(path, "service-element-missing");
        }
    }
}

fn names(description: &Description, found: &mut Found) {
    found.both("name", &description.name);
    found.both("summary", &description.summary);
    found.both("audience", &description.audience);
    found.both("appeal", &description.appeal);
    if !is_cofog(&description.cofog) {
        found.add("cofog", "service-cofog");
    }
    if matches!(&description.territory, Territory::Municipalities(codes) if codes.is_empty()) {
        found.add("territory", "service-element-missing");
    }
    if description.valid_from.zip(description.valid_to).is_some_and(|(from, to)| to < from) {
        found.add("valid_to", "service-validity");
    }
}

fn lists(description: &Description, found: &mut Found) {
    found.some("steps", &description.steps);
    found.some("documents", &description.documents);
    found.some("conditions", &description.conditions);
    found.some("legal_basis", &description.legal_basis);
    for (place, step) in description.steps.iter().enumerate() {
        found.both(format!("steps/{place}/title"), &step.title);
        found.both(format!("steps/{place}/text"), &step.text);
    }
    for (place, document) in description.documents.iter().enumerate() {
        found.both(format!("documents/{place}/name"), &document.name);
    }
    for (place, condition) in description.conditions.iter().enumerate() {
        found.both(format!("conditions/{place}"), condition);
    }
    for (place, act) in description.legal_basis.iter().enumerate() {
        found.both(format!("legal_basis/{place}/title"), &act.title);
    }
}

fn channels(description: &Description, found: &mut Found) {
    for stage in [Stage::Request, Stage::Receipt] {
        if !description.channels.iter().any(|offer| offer.stages.contains(&stage)) {
            found.add(format!("channels/{}", stage.as_str()), "service-channel-missing");
        }
    }
    for (place, offer) in description.channels.iter().enumerate() {
        found.both(format!("channels/{place}/hours"), &offer.hours);
        if description.channels.iter().take(place).any(|earlier| earlier.channel == offer.channel) {
            found.add(format!("channels/{place}"), "service-channel-twice");
        }
    }
}

fn providers(description: &Description, found: &mut Found) {
    for stage in Stage::ALL {
        let mut of_stage = description.providers.iter().filter(|provider| provider.stage == *stage).peekable();
        if of_stage.peek().is_none() {
            found.add(format!("providers/{}", stage.as_str()), "service-element-missing");
        } else if of_stage.all(|provider| Contact::is_empty(&provider.contact)) {
            found.add(format!("providers/{}", stage.as_str()), "service-contact-missing");
        }
    }
}

/// `10`, `10.4` or `10.4.0`, with the ten divisions of the classifier.
pub(crate) fn is_cofog(code: &str) -> bool {
    let mut parts = code.split('.');
    let division = parts.next().is_some_and(|d| d.len() == 2 && d.parse().is_ok_and(|n: u8| (1..=10).contains(&n)));
    let mut count = 0;
    let digits = parts.inspect(|_| count += 1).all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit()));
    division && digits && count <= 2
}
