//! One service with its description.

use crate::store::{cache, service_rows::Model, services};
use crate::{Service, ServiceListItem, policy};
use kernel::{Error, InstitutionId, Result, ServiceId, riga_date};
use std::sync::Arc;
use storage::Read;

/// Codes of one statement, well under the limit of both databases for parameters.
const CODES: usize = 1_000;

/// The service with this code, with the description in force. Closed services are shown too.
///
/// # Errors
/// Not found when there is none, or the caller may not see it (drafts, internal services).
pub async fn service(tx: &Read, code: &str) -> Result<Arc<Service>> {
    whole(tx, services::by_code(tx, code).await?).await
}

/// The service with this id, for those who keep ids.
///
/// # Errors
/// As [`service`].
pub async fn service_by_id(tx: &Read, id: ServiceId) -> Result<Arc<Service>> {
    whole(tx, services::by_id(tx, id).await?).await
}

/// Lines for these codes, in no particular order; those the caller may not see are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn services_by_codes(tx: &Read, codes: &[String]) -> Result<Vec<ServiceListItem>> {
    let mut items = Vec::new();
    for row in services::by_codes(tx, codes).await? {
        if visible(tx, &row)? {
            items.push(row.try_into()?);
        }
    }
    Ok(items)
}

/// The services with these codes, with the descriptions in force, in no particular order; those that are not there and
/// those the caller may not see are left out. They are read together, however many.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn whole_services(tx: &Read, codes: &[String]) -> Result<Vec<Arc<Service>>> {
    let today = riga_date(tx.now());
    let mut found = Vec::new();
    for codes in codes.chunks(CODES) {
        let mut rows = Vec::new();
        for row in services::by_codes(tx, codes).await? {
            if visible(tx, &row)? {
                rows.push(row);
            }
        }
        let descriptions = cache::descriptions(tx, &rows.iter().collect::<Vec<_>>()).await?;
        for (row, description) in rows.into_iter().zip(descriptions) {
            found.push(Arc::new(row.with(description)?.on(today)));
        }
    }
    Ok(found)
}

/// Lines for these ids, in no particular order; those the caller may not see are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn services_by_ids(tx: &Read, ids: &[ServiceId]) -> Result<Vec<ServiceListItem>> {
    let mut items = Vec::new();
    for row in services::by_ids(tx, &ids.iter().map(|id| id.uuid()).collect::<Vec<_>>()).await? {
        if visible(tx, &row)? {
            items.push(row.try_into()?);
        }
    }
    Ok(items)
}

async fn whole(tx: &Read, row: Option<Model>) -> Result<Arc<Service>> {
    let row = row.ok_or_else(|| Error::not_found("service"))?;
    if !visible(tx, &row)? {
        return Err(Error::not_found("service"));
    }
    let description = cache::description(tx, &row).await?;
    Ok(Arc::new(row.with(description)?.on(riga_date(tx.now()))))
}

fn visible(tx: &Read, row: &Model) -> Result<bool> {
    Ok(policy::may_see(tx.caller(), row.state.parse()?, InstitutionId::new(row.holder), row.internal))
}
