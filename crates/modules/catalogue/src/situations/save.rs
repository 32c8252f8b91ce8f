//! Writing at a life situation. What is public stays as it is until the new text is published.

use super::branches::keepers;
use super::policy::Rule;
use super::{Keepers, SituationText, policy, quality};
use crate::store::{situation_rows, situations};
use kernel::{Error, Result};
use storage::{Read, Write};

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
/// Not found, also for those who have nothing to do with it; forbidden for everybody but contact persons and the
/// platform; stale `situation-changed` when somebody else changed it meanwhile; invalid with field errors for a text
/// that cannot be kept.
pub async fn save_situation(tx: &mut Write, input: SaveSituation) -> Result<i64> {
    let row = allowed(tx, &input.slug, input.revision, policy::may_edit).await?;
    quality::require_writable(&input.text)?;
    situations::save(tx, &row, &input.text).await?;
    Ok(row.revision + 1)
}

/// The row, if the caller may do what the rule says and saw its newest revision.
pub(super) async fn allowed(tx: &Write, slug: &str, revision: i64, rule: Rule) -> Result<situation_rows::Model> {
    let (row, _) = found(tx, slug, rule).await?;
    if row.revision == revision { Ok(row) } else { Err(Error::stale("situation-changed").arg("slug", slug)) }
}

/// The row and whose it is, if the caller may do what the rule says.
pub(super) async fn found(tx: &Read, slug: &str, rule: Rule) -> Result<(situation_rows::Model, Keepers)> {
    let row = situations::by_slug(tx, slug).await?.ok_or_else(|| Error::not_found("situation"))?;
    let of = keepers(tx, &row).await?;
    rule(tx.caller(), &of)?;
    Ok((row, of))
}
