//! Confirming that a description is right (CAT-16).

use super::Quarter;
use crate::ServiceState;
use crate::events::{CheckFact, SERVICE_CHECKED};
use crate::policy;
use crate::store::quality::checks;
use crate::store::{edit, services};
use kernel::{Error, InstitutionId, Result, ServiceId, riga_date};
use storage::{Expected, NewEvent, Stream, Write};

/// What is confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmCheck {
    /// Code of the service.
    pub code: String,
    /// The version in force that was read.
    pub version: i32,
}

/// Keeps that the contact person of the holder has read the description in this quarter and finds it right. Confirming
/// again changes nothing. Several are confirmed in one unit of work.
///
/// # Errors
/// Forbidden for everybody but contact persons; not found for a service of another holder, one that does not exist, and
/// `check` where this quarter asks for none; conflict `service-closed` for one that is not open; stale when another
/// version is in force than was read.
pub async fn confirm_check(tx: &mut Write, input: ConfirmCheck) -> Result<()> {
    let row = services::by_code(tx, &input.code).await?;
    let holder =
        row.as_ref().map(|row| InstitutionId::new(row.holder)).unwrap_or_else(|| InstitutionId::new(uuid::Uuid::nil()));
    policy::may_confirm(tx.caller(), holder)?;
    let row = row.ok_or_else(|| Error::not_found("service"))?;
    if row.state != ServiceState::Open.as_str() {
        return Err(Error::conflict("service-closed").arg("code", &row.code));
    }
    let quarter = Quarter::of(riga_date(tx.now())).to_string();
    let check = checks::find(tx, row.id, &quarter).await?.ok_or_else(|| Error::not_found("check"))?;
    if row.version != input.version {
        return Err(Error::stale("service-changed").arg("code", &row.code));
    }
    let corrected = row.in_force_from.is_some_and(|from| from > check.made_at);
    if !checks::confirm(tx, &check, row.version, corrected).await? {
        return Ok(());
    }
    let id = ServiceId::new(row.id);
    // The public page shows the day of the check.
    edit::touch(tx, id).await?;
    let fact = CheckFact { code: row.code, holder, version: row.version, quarter, corrected };
    tx.append(Stream::service(id), Expected::Any, vec![NewEvent::new(SERVICE_CHECKED, 1, &fact)?]).await?;
    Ok(())
}
