//! Writing at a life situation. What is public stays as it is until the new text is published.

use super::{SituationText, policy, quality};
use crate::store::{situation_rows, situations};
use kernel::{Error, InstitutionId, Result};
use storage::Write;

/// What to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveSituation {
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
    /// The whole text; gaps are allowed.
    pub text: SituationText,
}

/// Keeps the text as the newest, not public yet, and returns the new revision.
///
/// # Errors
/// Not found; forbidden for everybody but the responsible institution's contact person and the platform; stale
/// `situation-changed` when somebody else changed it meanwhile; invalid with field errors for a text that cannot be kept.
pub async fn save_situation(tx: &mut Write, input: SaveSituation) -> Result<i64> {
    let row = editable(tx, &input.slug, input.revision).await?;
    quality::require_writable(&input.text)?;
    situations::save(tx, &row, &input.text).await?;
    Ok(row.revision + 1)
}

/// The row, if the caller may edit it and saw its newest revision.
pub(super) async fn editable(tx: &Write, slug: &str, revision: i64) -> Result<situation_rows::Model> {
    let row = situations::by_slug(tx, slug).await?.ok_or_else(|| Error::not_found("situation"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.responsible))?;
    if row.revision == revision { Ok(row) } else { Err(Error::stale("situation-changed").arg("slug", slug)) }
}
