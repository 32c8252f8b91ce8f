//! Which services are requested most.

use crate::{Month, store};
use kernel::{Result, Role};
use storage::Read;

/// So many months count, this one included.
const MONTHS: u32 = 3;

/// Codes of the services that were requested most in this and the last two months, most requested first. It reads many
/// counts, so it is for a timer and not for a page; how often a service was requested does not come out.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn most_requested(tx: &Read, limit: u64) -> Result<Vec<String>> {
    tx.caller().require_role(&[Role::Engine, Role::PlatformAdministrator])?;
    store::most_requested(tx, Month::of(tx.now()).back(MONTHS - 1), limit).await
}
