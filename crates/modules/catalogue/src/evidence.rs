//! Kinds of evidence that descriptions share, whoever writes them (CPSV-AP `EvidenceType`).

use kernel::LangText;
use serde::Deserialize;
use std::sync::OnceLock;

/// A kind of evidence: what a document proves with, not the paper itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceType {
    /// What descriptions call it, for ever: `birth-certificate`.
    pub code: String,
    /// What people call it.
    pub name: LangText,
}

/// The shared list. A description may name a kind that is not in it, in its own words or by an address.
#[must_use]
pub fn evidence_types() -> &'static [EvidenceType] {
    static TYPES: OnceLock<Vec<EvidenceType>> = OnceLock::new();
    TYPES.get_or_init(|| {
        // Content of the program is right or a test fails; should it be wrong all the same, the list is empty.
        serde_json::from_str(include_str!("../content/evidence-types.json")).unwrap_or_else(|error| {
            tracing::error!(%error, "the list of kinds of evidence cannot be read");
            Vec::new()
        })
    })
}

/// The kind of evidence of the shared list with this code.
#[must_use]
pub fn evidence_type(code: &str) -> Option<&'static EvidenceType> {
    evidence_types().iter().find(|known| known.code == code)
}
