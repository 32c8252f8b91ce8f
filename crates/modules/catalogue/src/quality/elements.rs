//! The texts and links of a description with the place of each.

use crate::Description;
use kernel::LangText;

/// Where an element stands: the pattern that rules name, and the path of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `steps/*/title`.
    pub pattern: &'static str,
    /// `steps/2/title`.
    pub path: String,
}

impl Place {
    fn new(pattern: &'static str, number: usize) -> Self {
        Self { pattern, path: pattern.replacen('*', &number.to_string(), 1) }
    }

    /// Of an element in a list inside an item.
    fn inside(pattern: &'static str, outer: usize, inner: usize) -> Self {
        let path = pattern.replacen('*', &outer.to_string(), 1).replacen('*', &inner.to_string(), 1);
        Self { pattern, path }
    }
}

/// Every text of a description, in the order of reading.
pub fn texts(description: &Description) -> Vec<(Place, &LangText)> {
    let d = description;
    let single = |pattern: &'static str| Place { pattern, path: pattern.to_owned() };
    let mut found = vec![(single("name"), &d.name), (single("summary"), &d.summary), (single("audience"), &d.audience)];
    for (number, step) in d.steps.iter().enumerate() {
        found.push((Place::new("steps/*/title", number), &step.title));
        found.push((Place::new("steps/*/text", number), &step.text));
    }
    for (number, document) in d.documents.iter().enumerate() {
        found.push((Place::new("documents/*/name", number), &document.name));
        found.extend(document.note.iter().map(|note| (Place::new("documents/*/note", number), note)));
    }
    found.extend(d.conditions.iter().enumerate().map(|(number, text)| (Place::new("conditions/*", number), text)));
    found.extend(d.outputs.iter().enumerate().map(|(number, out)| (Place::new("outputs/*/name", number), &out.name)));
    let acts = d.legal_basis.iter().enumerate();
    found.extend(acts.map(|(number, act)| (Place::new("legal_basis/*/title", number), &act.title)));
    found.push((single("appeal"), &d.appeal));
    for (number, offer) in d.channels.iter().enumerate() {
        for (inner, tier) in offer.tiers.iter().enumerate() {
            found.push((Place::inside("channels/*/tiers/*/condition", number, inner), &tier.condition));
        }
        found.push((Place::new("channels/*/hours", number), &offer.hours));
        found.push((Place::new("channels/*/note", number), &offer.note));
    }
    found.extend(d.payment.iter().map(|payment| (single("payment"), payment)));
    found.extend(d.digital.iter().map(|digital| (single("digital/support"), &digital.support)));
    found.extend(d.notice.iter().map(|notice| (single("notice"), notice)));
    found
}

/// The patterns of the places at which a description names addresses: what is found there is told by them.
pub const LINK_PLACES: [&str; 5] =
    ["legal_basis/*/link", "documents/*/link", "channels/*/link", "channels/*/sign_in", "providers/*/website"];

/// Every address of a description.
pub fn links(description: &Description) -> Vec<(Place, &str)> {
    let d = description;
    let acts = d.legal_basis.iter().map(|act| act.link.as_deref());
    let documents = d.documents.iter().map(|document| document.link.as_deref());
    let channels = d.channels.iter().map(|offer| offer.link.as_deref());
    let sign_ins = d.channels.iter().map(|offer| offer.sign_in.as_deref());
    let websites = d.providers.iter().map(|provider| provider.contact.website.as_deref());
    let [of_acts, of_documents, of_channels, of_sign_ins, of_websites] = LINK_PLACES;
    numbered(of_acts, acts)
        .chain(numbered(of_documents, documents))
        .chain(numbered(of_channels, channels))
        .chain(numbered(of_sign_ins, sign_ins))
        .chain(numbered(of_websites, websites))
        .collect()
}

fn numbered<'a>(
    pattern: &'static str,
    items: impl Iterator<Item = Option<&'a str>>,
) -> impl Iterator<Item = (Place, &'a str)> {
    let placed = items.enumerate().filter_map(move |(number, item)| Some((Place::new(pattern, number), item?)));
    placed.filter(|(_, item)| !item.trim().is_empty())
}
