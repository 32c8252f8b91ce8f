//! The proof that the log is whole.

use kernel::{CaseId, Result, Role};
use storage::{Read, Stream, VerifyReport, verify_log, verify_stream};

/// Recomputes every chain; `progress` is told the number of events read so far.
///
/// # Errors
/// Forbidden for everybody but auditors, the platform's administrators and the platform itself.
pub async fn verify(tx: &Read, progress: impl FnMut(u64)) -> Result<VerifyReport> {
    tx.caller().require_role(&[Role::Auditor, Role::PlatformAdministrator, Role::Engine])?;
    verify_log(tx, progress).await
}

/// Recomputes the chain of one case.
///
/// # Errors
/// As [`verify`].
pub async fn verify_case(tx: &Read, case: CaseId) -> Result<VerifyReport> {
    tx.caller().require_role(&[Role::Auditor, Role::PlatformAdministrator, Role::Engine])?;
    verify_stream(tx, &Stream::case(case)).await
}
