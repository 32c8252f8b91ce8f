//! Tables between preview and application.

use super::read::ServiceTable;
use crate::store::tables;
use chrono::TimeDelta;
use kernel::{Error, InstitutionId, Result, Role};
use storage::{Read, Write};
use uuid::Uuid;

/// A table that nobody applies is forgotten after so long.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Keeps an uploaded table for the people of the institution, until it is applied or a day has passed.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution.
pub async fn keep_table(tx: &mut Write, table: &ServiceTable) -> Result<Uuid> {
    let institution = own_institution(tx)?;
    tables::forget_before(tx, institution, tx.now() - KEPT).await?;
    let id = tx.ids().uuid();
    tables::keep(tx, id, institution, &table.sheet, serde_json::to_string(table)?).await?;
    Ok(id)
}

/// A table that was kept by the caller's institution.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution; not found when there is none, it is another
/// institution's, or it was forgotten.
pub async fn kept_table(tx: &Read, id: Uuid) -> Result<ServiceTable> {
    let institution = own_institution(tx)?;
    let found = tables::find(tx, id, institution, tx.now() - KEPT).await?;
    let content = found.ok_or_else(|| Error::not_found("table-kept"))?;
    Ok(serde_json::from_str(&content)?)
}

/// Forgets a table that was applied.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution.
pub async fn forget_table(tx: &mut Write, id: Uuid) -> Result<()> {
    let institution = own_institution(tx)?;
    tables::forget(tx, id, institution).await
}

fn own_institution(tx: &Read) -> Result<InstitutionId> {
    tx.caller().require_role(&[Role::ContactPerson])?;
    tx.caller().require_institution()
}
