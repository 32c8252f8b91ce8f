//! Numbers of cases, for those who keep ids: drafts that became cases, viewings.

use crate::{CaseNumber, store};
use kernel::{CaseId, Result, Role};
use std::collections::BTreeMap;
use storage::Read;

/// The numbers of these cases; those that are not the caller's are left out. An auditor may read every case.
///
/// # Errors
/// Unauthenticated; forbidden for all other staff.
pub async fn numbers_of(tx: &Read, ids: &[CaseId]) -> Result<BTreeMap<CaseId, CaseNumber>> {
    let caller = tx.caller();
    let client = match caller.role {
        Role::Auditor => None,
        _ => Some((caller.require_party()?, &caller.remit)),
    };
    store::numbers_of(tx, client, ids).await
}
