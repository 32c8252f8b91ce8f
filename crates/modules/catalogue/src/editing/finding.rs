//! What is wrong with a section, and the one place that asks the rules of quality.

use crate::{Description, Section, quality};
use kernel::FieldError;
use serde::{Deserialize, Serialize};

kernel::words! {
    /// How serious a finding is.
    Severity {
        /// What was typed cannot be understood.
        Wrong = "wrong",
        /// Something that the regulation asks for is missing; the text cannot be published.
        Missing = "missing",
        /// Could be better; the text can be published.
        Advice = "advice",
    }
}

/// Something about one input or one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Name of the input, or the element it belongs to: `channels/0/fee/amount`, `steps`.
    pub path: String,
    /// Message id of the words for people, without `error-`.
    pub key: String,
    /// How serious it is.
    pub severity: Severity,
}

impl Finding {
    pub(crate) fn wrong(path: impl Into<String>, key: &'static str) -> Self {
        Self { path: path.into(), key: key.to_owned(), severity: Severity::Wrong }
    }

    /// Whether a text with it cannot be published.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.severity != Severity::Advice
    }

    pub(crate) fn field(&self) -> FieldError {
        FieldError { path: self.path.clone(), key: self.key.clone(), args: Vec::new() }
    }
}

/// Everything the rules of quality say of a description. The only call of the rules from the editor.
pub(crate) fn findings_of(description: &Description) -> Vec<Finding> {
    let finding = |gap: quality::Gap| Finding { path: gap.path, key: gap.key.to_owned(), severity: Severity::Missing };
    quality::gaps(description).into_iter().map(finding).collect()
}

/// Those of one section.
pub(crate) fn findings_in(section: Section, description: &Description) -> Vec<Finding> {
    let mut findings = findings_of(description);
    findings.retain(|finding| Section::of(&finding.path) == Some(section));
    findings
}
