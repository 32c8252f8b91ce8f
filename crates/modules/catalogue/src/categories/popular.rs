//! The services that are requested most: counted elsewhere, kept here for the first page.

use crate::store::{categories, services};
use crate::{ServiceListItem, ServiceState, policy};
use kernel::Result;
use storage::{Read, Write};

/// The services that are requested most, most requested first; those that cannot be requested any more are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn popular_services(tx: &Read) -> Result<Vec<ServiceListItem>> {
    let codes = categories::popular(tx).await?;
    let mut rows = services::by_codes(tx, &codes).await?;
    rows.retain(|row| row.state == ServiceState::Open.as_str() && !row.internal);
    rows.sort_by_key(|row| codes.iter().position(|code| *code == row.code));
    rows.into_iter().map(ServiceListItem::try_from).collect()
}

/// Replaces the list of the most requested services.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn set_popular_services(tx: &mut Write, codes: &[String]) -> Result<()> {
    policy::may_import(tx.caller())?;
    if categories::popular(tx).await? == codes { Ok(()) } else { categories::set_popular(tx, codes).await }
}
