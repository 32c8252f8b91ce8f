//! When the holder last checked the description of a service (CAT-16): a part of its page.

use catalogue::Service;
use chrono::NaiveDate;
use kernel::Result;
use storage::Read;

/// The day of the last confirmation in the register, or the one that the description itself names if that is later.
pub(super) async fn checked(tx: &Read, service: &Service) -> Result<Option<NaiveDate>> {
    let confirmed = catalogue::last_checked(tx, service.id).await?;
    Ok(confirmed.into_iter().chain(service.description.checked_on).max())
}
