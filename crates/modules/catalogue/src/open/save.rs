//! Saving a description that somebody made outside the editor: a row of a table.

use super::receive::write;
use crate::Description;
use crate::publish::editable;
use kernel::Result;
use storage::Write;

/// What to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDescription {
    /// Code of the service.
    pub code: String,
    /// The newest version that was seen.
    pub version: i32,
    /// The whole description.
    pub description: Description,
    /// Whether to publish it at once; a draft otherwise.
    pub publish: bool,
    /// What changed and why.
    pub note: String,
}

/// Makes a description the newest one of its service, published or as a draft; `false` when it is so already.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person, its systems and the platform; stale when somebody
/// else changed the service meanwhile; invalid, when it is to be published, for a description with gaps.
pub async fn save_description(tx: &mut Write, input: SaveDescription) -> Result<bool> {
    let row = editable(tx, &input.code, input.version).await?;
    write(tx, &row, input.description, input.publish, None, input.note).await
}
