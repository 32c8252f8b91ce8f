//! Stating what the internal rules say about one item.

use super::items::item;
use super::model::NormContent;
use crate::events::{NORM_STATED, NormFact};
use crate::{policy, store};
use kernel::{Error, InstitutionId, Result, no_faults};
use storage::{Expected, NewEvent, Stream, Write};

/// A statement about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateNorm {
    /// Whose rules.
    pub institution: InstitutionId,
    /// The point of MK 399: `20.1`.
    pub point: String,
    /// The version that was seen; 0 when there was none.
    pub seen: i32,
    /// What is stated.
    pub content: NormContent,
}

/// Keeps a statement as the next version; those before it stay readable (CAT-34). Returns the number of the version.
///
/// # Errors
/// Forbidden for everybody but the institution's contact persons and administrators; not found for another institution
/// and for a point that the checklist does not have; stale `norm-changed` when somebody stated something since; invalid
/// by field.
pub async fn state_norm(tx: &mut Write, input: StateNorm) -> Result<i32> {
    policy::may_state_norms(tx.caller(), input.institution)?;
    item(&input.point)?;
    no_faults(input.content.faults())?;
    let latest = store::norms::latest(tx, input.institution, &input.point).await?;
    if latest != input.seen {
        return Err(Error::stale("norm-changed"));
    }
    let version = latest + 1;
    store::norms::insert(tx, &input, version).await?;
    let fact = NormFact {
        point: input.point,
        version,
        in_force: input.content.in_force,
        valid_from: input.content.valid_from,
    };
    let event = NewEvent::new(NORM_STATED, 1, &fact)?;
    tx.append(Stream::institution(input.institution), Expected::Any, vec![event]).await?;
    Ok(version)
}
