//! Numbers of a client's own cases, for those who keep ids: drafts that became cases, viewings.

use crate::{CaseNumber, store};
use kernel::{CaseId, Result};
use std::collections::BTreeMap;
use storage::Read;

/// The numbers of these cases; those that are not the caller's are left out.
///
/// # Errors
/// Unauthenticated; forbidden for staff.
pub async fn numbers_of(tx: &Read, ids: &[CaseId]) -> Result<BTreeMap<CaseId, CaseNumber>> {
    let client = tx.caller().require_party()?;
    store::numbers_of_client(tx, client, &tx.caller().remit, ids).await
}
