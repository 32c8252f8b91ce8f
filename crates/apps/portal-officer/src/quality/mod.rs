//! How good the descriptions of an institution are: scores, findings, trend.

mod list;
mod place;
mod show;
mod trend;

pub use list::{QualityPage, list};
pub use place::place;
pub use show::{ServiceQualityPage, show};

use crate::parts::institution_name;
use i18n::Args;
use kernel::{Error, InstitutionId, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Fields, Visit};

/// Whether the caller sees all institutions.
pub fn sees_all(visit: &Visit) -> bool {
    matches!(visit.caller().role, Role::Auditor | Role::PlatformAdministrator)
}

/// The institution that a page is about: one's own, or for those who oversee the register the one of the address.
///
/// # Errors
/// Not found for an address that names no institution.
pub fn holder_asked(visit: &Visit, asked: &Fields) -> Result<Option<InstitutionId>> {
    if !sees_all(visit) {
        return visit.caller().require_institution().map(Some);
    }
    match asked.text("holder") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::not_found("institution")),
    }
}

/// The institution of a page with its name.
#[derive(Debug, Clone, Serialize)]
pub struct Holder {
    pub name: String,
    /// Its id in addresses; none on pages about one's own.
    pub id: Option<String>,
}

impl Holder {
    pub async fn read(visit: &Visit, tx: &Read, id: InstitutionId) -> Result<Self> {
        institutions::find(tx, id).await?;
        let name = institution_name(tx, visit.locale(), id).await?;
        Ok(Self { name, id: sees_all(visit).then(|| id.to_string()) })
    }

    /// The address of a page about this institution, with more pairs behind `?`.
    pub fn link(&self, visit: &Visit, path: &str, pairs: &[(&str, &str)]) -> String {
        let own = self.id.iter().map(|id| ("holder", id.as_str()));
        let all = own.chain(pairs.iter().copied()).filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = all.map(|(name, value)| format!("{name}={}", web_kit::percent(value))).collect();
        let end = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        visit.url(&format!("{path}{end}"))
    }
}

/// What the words about a finding mention: channels by their names, numbers as numbers.
pub fn mentioned(visit: &Visit, args: &BTreeMap<String, String>) -> Args<'static> {
    let mut values = Args::new();
    for (name, value) in args {
        match (name.as_str(), value.parse::<i64>()) {
            ("channel", _) => values.set("channel", visit.text(&format!("work-channel-{value}"))),
            (name, Ok(number)) if name != "codes" => values.set(name.to_owned(), number),
            (name, _) => values.set(name.to_owned(), value.clone()),
        }
    }
    values
}

/// How a score is shown: the style and the text `work-quality-<level>`.
pub const fn level(score: i64) -> &'static str {
    match score {
        90.. => "good",
        70..90 => "fair",
        _ => "poor",
    }
}
