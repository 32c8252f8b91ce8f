//! An institution's system closes a service that it sent (CAT-20).

use super::receive::{Done, edition};
use super::write;
use crate::store::sources;
use crate::{CloseService, ServiceState, close_service, policy};
use kernel::{Error, Result, ServiceId};
use storage::Write;

/// Closes the service that the sender's institution knows under this name; its page and its history stay. Closing a
/// closed one changes nothing. Returns its code.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; not found when the institution sent none
/// under this name; stale when `seen` is not what there is; conflict `service-not-published` for a draft.
pub async fn withdraw_sent(tx: &mut Write, external_id: &str, seen: Option<&str>) -> Result<(String, Done)> {
    let institution = policy::may_send(tx.caller())?;
    let row = sources::find(tx, institution, external_id).await?.ok_or_else(|| Error::not_found("service"))?;
    let newest = write::newest(tx, ServiceId::new(row.id), row.latest).await?.line.version;
    if seen.is_some_and(|seen| seen != edition(row.revision, row.version, newest)) {
        return Err(Error::stale("service-changed").arg("code", &row.code));
    }
    if row.state == ServiceState::Closed.as_str() {
        return Ok((row.code, Done::Unchanged));
    }
    close_service(tx, CloseService { code: row.code.clone(), version: row.latest }).await?;
    Ok((row.code, Done::Withdrawn))
}
