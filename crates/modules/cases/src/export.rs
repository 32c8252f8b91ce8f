//! Cases for export: ids and facts, no names.

use crate::{Case, store};
use kernel::{CaseId, Result, Role};
use storage::Read;

/// Up to `limit` cases after `after`, in the order of their ids. For the operator's exports and rebuilds.
///
/// # Errors
/// Forbidden for everybody but the platform itself.
pub async fn export_page(tx: &Read, after: Option<CaseId>, limit: u64) -> Result<Vec<Case>> {
    tx.caller().require_role(&[Role::Engine])?;
    store::export_page(tx, after, limit).await
}
