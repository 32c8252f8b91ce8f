//! The checklist: what MK 399 wants to be in the internal rules of every holder.

use kernel::{Error, LangText, Result};
use serde::{Deserialize, Serialize};

/// The list comes with the program; it changes with the regulation.
const ITEMS: &str = include_str!("../../content/norms.json");

/// One thing that internal rules must say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NormItem {
    /// The point of MK 399: `20.1`.
    pub point: String,
    /// In a few words.
    pub title: LangText,
    /// What the regulation asks for, in plain words.
    pub law: LangText,
}

/// Every item, in the order of the regulation.
///
/// # Errors
/// Internal when the list that came with the program cannot be read.
pub fn norm_items() -> Result<Vec<NormItem>> {
    Ok(serde_json::from_str(ITEMS)?)
}

/// The item of a point.
///
/// # Errors
/// Not found for a point that the list does not have.
pub(crate) fn item(point: &str) -> Result<NormItem> {
    norm_items()?.into_iter().find(|item| item.point == point).ok_or_else(|| Error::not_found("norm"))
}
