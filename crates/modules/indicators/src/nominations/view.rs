//! Reading nominations.

use super::Nomination;
use crate::{policy, store};
use kernel::{Error, NominationId, Result};
use storage::Read;

/// One nomination, withdrawn or not.
///
/// # Errors
/// Not found when there is none, or it is about a service of another institution; forbidden for those who compare no
/// candidates.
pub async fn nomination(tx: &Read, id: NominationId) -> Result<Nomination> {
    let of = policy::candidates_of(tx.caller())?;
    let found = store::nominations::find(tx, id).await?;
    let found = found.filter(|found| of.is_none_or(|own| own == found.holder));
    found.ok_or_else(|| Error::not_found("nomination"))
}

/// What was said of a service, the newest first, withdrawn ones too: at most fifty.
///
/// # Errors
/// Forbidden for those who compare no candidates; those about services of other institutions are left out.
pub async fn nominations_of_service(tx: &Read, service: &str) -> Result<Vec<Nomination>> {
    let of = policy::candidates_of(tx.caller())?;
    let mut all = store::nominations::of_service(tx, service).await?;
    all.retain(|one| of.is_none_or(|own| own == one.holder));
    Ok(all)
}

/// The nominations that were withdrawn last, at most a hundred: of all holders for those who oversee, of the own one
/// for its contact person.
///
/// # Errors
/// Forbidden for everybody else.
pub async fn withdrawn_nominations(tx: &Read) -> Result<Vec<Nomination>> {
    let of = policy::candidates_of(tx.caller())?;
    store::nominations::withdrawn(tx, of).await
}
