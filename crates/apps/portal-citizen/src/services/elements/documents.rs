//! Documents and forms (CAT-06).

use catalogue::{DocumentKind, RequiredDocument};
use kernel::{Channel, LangText};
use serde::Serialize;

use super::{Address, Teller, Words};
use crate::names::text_of;

/// A document or a form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DocumentLine {
    pub(super) name: Words,
    pub(super) form: bool,
    pub(super) required: bool,
    pub(super) note: Option<Words>,
    pub(super) address: Option<Address>,
    /// In which channels alone it is needed, in words.
    pub(super) only: Option<String>,
    /// The condition that it proves.
    pub(super) proves: Option<Words>,
    /// The kind of evidence: the name of the shared list, or the words of the description.
    pub(super) evidence: Option<String>,
}

/// The documents; `conditions` are those that they may prove.
pub(crate) fn documents(
    teller: Teller<'_>,
    documents: &[RequiredDocument],
    conditions: &[LangText],
) -> Vec<DocumentLine> {
    let condition = |number: u16| teller.say(conditions.get(usize::from(number).checked_sub(1)?)?);
    let line = |document: &RequiredDocument| {
        Some(DocumentLine {
            name: teller.say(&document.name)?,
            form: document.kind == DocumentKind::Form,
            required: document.required,
            note: document.note.as_ref().and_then(|note| teller.say(note)),
            address: Address::of(document.link.as_deref()),
            only: only(teller, &document.channels),
            proves: document.proves.and_then(condition),
            evidence: document.evidence().map(|kind| evidence(teller, kind)),
        })
    };
    documents.iter().filter_map(line).collect()
}

fn evidence(teller: Teller<'_>, kind: &str) -> String {
    let shared = catalogue::evidence_type(kind).map(|known| known.name.get(teller.visit.locale()));
    shared.unwrap_or(kind).to_owned()
}

fn only(teller: Teller<'_>, channels: &[Channel]) -> Option<String> {
    let names: Vec<String> =
        channels.iter().map(|channel| teller.visit.text(&format!("channel-{channel}")).to_lowercase()).collect();
    (!names.is_empty()).then(|| text_of(teller.visit, "service-document-only", "channels", names.join(", ")))
}
