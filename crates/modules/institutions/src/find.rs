//! One institution, or the names of many. Institutions are public.

use crate::{CalendarTransfers, Institution, store};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, InstitutionId, LangText, Result};
use std::collections::BTreeMap;
use storage::Read;

/// The institution with this id.
///
/// # Errors
/// Not found when there is none.
pub async fn find(tx: &Read, id: InstitutionId) -> Result<Institution> {
    store::institutions::by_id(tx, id).await?.ok_or_else(|| Error::not_found("institution"))
}

/// Which transferred working days an institution follows, as it was at most a minute ago: the Cabinet orders them half a
/// year ahead (Labour Law s. 133).
///
/// # Errors
/// Not found when there is no such institution.
pub async fn calendar_transfers(tx: &Read, id: InstitutionId) -> Result<CalendarTransfers> {
    if let Some(known) = tx.recall(id.uuid(), TimeDelta::minutes(1)) {
        return Ok(known);
    }
    let found = find(tx, id).await?.calendar_transfers;
    tx.memorise(id.uuid(), &found);
    Ok(found)
}

/// The institution with this code, if there is one.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn by_code(tx: &Read, code: &str) -> Result<Option<Institution>> {
    store::institutions::by_code(tx, code).await
}

/// These institutions by id, for lists of other modules. Unknown ids are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn of_ids(tx: &Read, ids: &[InstitutionId]) -> Result<BTreeMap<InstitutionId, Institution>> {
    let found = store::institutions::of_ids(tx, ids).await?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}

/// These institutions by code, for what names places by it. Codes of none are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn of_codes(tx: &Read, codes: &[String]) -> Result<BTreeMap<String, Institution>> {
    let found = store::institutions::of_codes(tx, codes).await?;
    Ok(found.into_iter().map(|one| (one.code.clone(), one)).collect())
}

/// When an institution was last written, for those who keep a projection of them.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn institutions_changed(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    store::institutions::last_change(tx).await
}

/// The names of these institutions, for lists of other modules. Unknown ids are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn names_of(tx: &Read, ids: &[InstitutionId]) -> Result<BTreeMap<InstitutionId, LangText>> {
    store::institutions::names(tx, ids).await
}
