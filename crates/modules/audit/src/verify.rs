//! The proof that the log is whole.

use kernel::{Result, Role};
use storage::{Read, VerifyReport, verify_log};

/// Recomputes every chain; `progress` is told the number of events read so far.
///
/// # Errors
/// Forbidden for everybody but auditors, the platform's administrators and the platform itself.
pub async fn verify(tx: &Read, progress: impl FnMut(u64)) -> Result<VerifyReport> {
    tx.caller().require_role(&[Role::Auditor, Role::PlatformAdministrator, Role::Engine])?;
    verify_log(tx, progress).await
}
