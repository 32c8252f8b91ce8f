//! The indicators that holders set.

use super::define::unknown;
use super::model::{OwnCode, OwnIndicator};
use crate::{policy, store};
use kernel::{InstitutionId, Result};
use storage::Read;

/// The indicators of a holder in the order of their codes, closed ones too: at most 500.
///
/// # Errors
/// Not found for the public and for those who work for another institution.
pub async fn own_indicators(tx: &Read, holder: InstitutionId) -> Result<Vec<OwnIndicator>> {
    policy::may_see_own(tx.caller(), holder)?;
    store::own::of_holder(tx, holder).await
}

/// One indicator.
///
/// # Errors
/// Not found when there is none, or the caller has nothing to do with its holder.
pub async fn own_indicator(tx: &Read, code: &OwnCode) -> Result<OwnIndicator> {
    let found =
        store::own::find(tx, code).await?.filter(|(_, one)| policy::may_see_own(tx.caller(), one.holder).is_ok());
    found.map(|(_, indicator)| indicator).ok_or_else(|| unknown(code))
}
