//! What is to be said of a section, and the one place where the editor asks the rules of quality.

use crate::finding::places_never_shown;
use crate::quality::while_written;
use crate::store::service_rows;
use crate::{Description, QualityContext, Section, Severity, findings};
use kernel::{FieldError, InstitutionId, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use storage::Read;

kernel::words! {
    /// How serious a remark is.
    RemarkKind {
        /// What was typed cannot be understood.
        Wrong = "wrong",
        /// Something that the regulation asks for is missing; the text cannot be published.
        Missing = "missing",
        /// Clients are misled or miss something; the text can be published.
        Warning = "warning",
        /// Could be better; the text can be published.
        Advice = "advice",
    }
}

/// Something about one input or one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Name of the input, or the element it belongs to: `channels/0/fee/amount`, `steps`.
    pub path: String,
    /// Message id of the words for people: without `error-`, and for warnings and advice without `-fix`.
    pub key: String,
    /// How serious it is.
    pub kind: RemarkKind,
    /// Values that the words mention.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Remark {
    pub(crate) fn wrong(path: impl Into<String>, key: &'static str) -> Self {
        Self { path: path.into(), key: key.to_owned(), kind: RemarkKind::Wrong, args: BTreeMap::new() }
    }

    /// Whether a text with it cannot be published.
    #[must_use]
    pub fn blocks(&self) -> bool {
        matches!(self.kind, RemarkKind::Wrong | RemarkKind::Missing)
    }

    pub(crate) fn field(&self) -> FieldError {
        FieldError::new(&self.path, &self.key)
    }
}

/// Everything the rules of quality say of a description. Most of what they know from elsewhere (dead links, likeness,
/// checks) is on the page of quality; here is what the text itself shows.
pub(crate) fn findings_of(description: &Description, context: &QualityContext) -> Vec<Remark> {
    let remark = |finding: crate::Finding| Remark {
        kind: match finding.severity {
            Severity::Blocks => RemarkKind::Missing,
            Severity::Warns => RemarkKind::Warning,
            Severity::Hints => RemarkKind::Advice,
        },
        key: format!("quality-{}", finding.rule),
        path: finding.path,
        args: finding.args,
    };
    findings(description, context).into_iter().map(remark).collect()
}

/// What the rules know of a service's text while it is written: whether there is a form, and the acts that it cites.
pub(crate) async fn known_of(tx: &Read, row: &service_rows::Model, text: &Description) -> Result<QualityContext> {
    Ok(QualityContext { has_form: row.form_key.is_some(), ..while_written(tx, text).await? })
}

/// Those of one section, with what is known of the service; of the channels also the places to which nobody is led.
pub(crate) async fn findings_in(
    tx: &Read,
    section: Section,
    description: &Description,
    row: &service_rows::Model,
) -> Result<Vec<Remark>> {
    let mut remarks = findings_of(description, &known_of(tx, row, description).await?);
    remarks.retain(|remark| Section::of(&remark.path) == Some(section));
    if section == Section::Channels {
        let lost = places_never_shown(tx, description, InstitutionId::new(row.holder)).await?.into_iter();
        remarks.extend(lost.map(|(number, codes)| Remark {
            path: format!("channels/{number}/places"),
            key: "edit-place-elsewhere".to_owned(),
            kind: RemarkKind::Advice,
            args: BTreeMap::from([("codes".to_owned(), codes.join(", "))]),
        }));
    }
    Ok(remarks)
}
