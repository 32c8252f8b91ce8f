//! Saving a description that somebody made outside the editor: a row of a table.

use super::write::{self, Wish};
use super::{Done, check};
use crate::store::services;
use crate::{Description, policy};
use kernel::{Error, InstitutionId, Result, ServiceId, no_faults};
use storage::Write;

/// What to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDescription {
    /// Code of the service.
    pub code: String,
    /// The newest version that was seen, of those that were not taken back.
    pub version: i32,
    /// The whole description.
    pub description: Description,
    /// Whether to publish it at once; a draft otherwise.
    pub publish: bool,
    /// What changed and why.
    pub note: String,
}

/// Makes a description the newest one of its service, published or as a draft. What a person would publish whose texts
/// another contact person must read first becomes the working copy instead.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person, its systems and the platform; stale when
/// somebody else changed the service meanwhile; invalid for wrong values and, when it is to be published, for a
/// description with gaps.
pub async fn save_description(tx: &mut Write, input: SaveDescription) -> Result<Done> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let newest = write::newest(tx, ServiceId::new(row.id), row.latest).await?;
    if newest.line.version != input.version {
        return Err(Error::stale("service-changed").arg("code", &input.code));
    }
    let standing = check::standing(tx, Some(&row), &input.description).await?;
    no_faults(check::wrong(tx, &input.description, standing.as_deref()).await?)?;
    let description = write::unchecked(input.description, Some(&newest));
    let wish = Wish { publish: input.publish, from: None, note: input.note, opens: false };
    Box::pin(write::write(tx, &row, &newest, description, wish)).await
}
