//! Automatic quality control of descriptions (CAT-18): rules as data, findings, a score.

mod acts;
mod channels;
pub(crate) mod elements;
mod keep;
pub(crate) mod lists;
pub(crate) mod plain;
mod query;
mod rebuild;
mod rules;
mod texts;
mod whole;

pub(crate) use acts::while_written;
pub use acts::{
    ACT_SPREAD_TIMER, ActLine, MOST_ACTS, RepealedAct, SetRepealedAct, install_repealed_acts, remove_repealed_act,
    repealed_acts, set_repealed_act, spread_act,
};
pub use elements::LINK_PLACES;
pub(crate) use keep::refresh;
pub use keep::{QUALITY_READER, QualityReader};
pub use lists::cofog_codes;
pub use query::{
    HolderQuality, QUALITY_DAY_TIMER, QualityDay, ScoreChange, ServiceQuality, holder_quality, keep_quality_day,
    quality_days, quality_list, score_changes, service_quality,
};
pub use rebuild::{QualityDifference, QualityRebuild, rebuild_quality};
pub use rules::{Rule, most_characters, rules};
#[cfg(test)]
pub(crate) use {plain as measures, rules::read as reading};

use crate::{Description, Section};
use kernel::{Error, FieldError, Result};
use rules::Check;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

kernel::words! {
    /// How serious a finding is.
    Severity {
        /// The description cannot be published.
        Blocks = "blocks",
        /// It can be, but clients are misled or miss something.
        Warns = "warns",
        /// It could be better.
        Hints = "hints",
    }
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the rule; the texts are `quality-<rule>`, `quality-<rule>-why` and `quality-<rule>-fix`.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// Where in the description: `steps/2/title`, counted from nought.
    pub path: String,
    /// Where it is put right.
    pub section: Section,
    /// Values that the texts mention: numbers, the words found, the other service.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

/// What the rules need to know beside the description itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QualityContext {
    /// Whether the service has a form to be requested with, where its description does not say.
    pub has_form: bool,
    /// Addresses of its links that lead nowhere, by the link checker.
    pub dead_links: BTreeSet<String>,
    /// Codes of earlier services of the same holder with the same name.
    pub duplicates: Vec<String>,
    /// Codes of earlier services of the same holder that look alike, most alike first.
    pub alike: Vec<String>,
    /// The quarter of the open check, `2026-Q4`, if the description is not confirmed in it (CAT-16).
    pub unconfirmed: Option<String>,
    /// Those of the acts it cites that are not in force any more, by their number at likumi.lv.
    pub repealed: Arc<BTreeMap<i64, RepealedAct>>,
}

/// Everything the rules find, the most serious first (CAT-18). Pure, and quick enough for each key typed in an editor.
#[must_use]
pub fn findings(description: &Description, context: &QualityContext) -> Vec<Finding> {
    found_by(rules(), description, context)
}

/// What these rules find.
pub(crate) fn found_by(rules: &[Rule], description: &Description, context: &QualityContext) -> Vec<Finding> {
    let texts = texts::measured(description);
    let mut found = Vec::new();
    for rule in rules {
        let mut out = Out { rule, found: &mut found };
        match &rule.check {
            Check::Unreadable => out.add("name"),
            check if check.reads_texts() => texts::run(rule, &texts, &mut out),
            check if check.reads_channels() => channels::run(check, description, context, &mut out),
            check => whole::run(check, description, context, &mut out),
        }
    }
    found.sort_by_key(|finding| finding.severity);
    found
}

/// A mark from 0 to 100: what is left when each rule has taken its weight for each place, three places at most.
#[must_use]
pub fn score(findings: &[Finding]) -> u8 {
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    for finding in findings {
        *places.entry(finding.rule.as_str()).or_default() += 1;
    }
    let taken = |rule: &Rule| places.get(rule.id.as_str()).map_or(0, |count| rule.weight * (*count).min(MOST_PLACES));
    let lost: u32 = rules().iter().map(taken).sum();
    u8::try_from(100_u32.saturating_sub(lost)).unwrap_or_default()
}

/// More places with the same defect cost no more.
const MOST_PLACES: u32 = 3;

/// That nothing keeps the description from being published.
///
/// # Errors
/// Invalid `service-incomplete` with what [`blocking`] names.
pub(crate) fn require_publishable(description: &Description) -> Result<()> {
    let blocking = blocking(description);
    if blocking.is_empty() { Ok(()) } else { Err(Error::invalid("service-incomplete").fields(blocking)) }
}

/// What keeps the description from being published, one by one; the words are `error-quality-<rule>`. No rule that blocks
/// needs to know more than the description says: such rules are refused when they are read.
pub(crate) fn blocking(description: &Description) -> Vec<FieldError> {
    let mut found = findings(description, &QualityContext::default());
    found.retain(|finding| finding.severity == Severity::Blocks);
    found.into_iter().map(|finding| FieldError::new(finding.path, format!("quality-{}", finding.rule))).collect()
}

/// Where a check puts what it finds; what the rule does not look at is left out.
struct Out<'a> {
    rule: &'a Rule,
    found: &'a mut Vec<Finding>,
}

impl Out<'_> {
    fn add(&mut self, path: impl Into<String>) {
        self.with(path, []);
    }

    fn with<const N: usize>(&mut self, path: impl Into<String>, args: [(&str, String); N]) {
        let path = path.into();
        if !self.rule.covers(&path) {
            return;
        }
        self.found.push(Finding {
            rule: self.rule.id.clone(),
            severity: self.rule.severity,
            section: Section::of(&path).unwrap_or(Section::Basics),
            path,
            args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        });
    }
}
