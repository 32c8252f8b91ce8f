//! Everything the public may read, page by page, and what was in force on a day (CAT-19, CAT-33).

use crate::Service;
use crate::store::public;
use chrono::NaiveDate;
use kernel::{Error, Result, riga_date};
use std::sync::Arc;
use storage::Read;
use worktime::end_of_day;

/// A page of everything that is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicServices {
    /// In the order of their codes.
    pub services: Vec<Arc<Service>>,
    /// Read on after this number; none after the last page.
    pub next: Option<i64>,
}

/// The next `limit` public services after a number, 0 for the beginning: open and closed ones with their descriptions,
/// no drafts, nothing internal.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn public_services(tx: &Read, after: i64, limit: u64) -> Result<PublicServices> {
    let rows = public::after(tx, after, limit).await?;
    let full = rows.len() as u64 >= limit;
    let today = riga_date(tx.now());
    let mut page = PublicServices { services: Vec::with_capacity(rows.len()), next: None };
    for (row, document) in rows {
        page.next = full.then_some(row.number);
        let service = row.with(Arc::new(serde_json::from_str(&document)?))?;
        page.services.push(Arc::new(service.on(today)));
    }
    Ok(page)
}

/// The service as it was in force at the end of a day, with the number and the text of that day's version.
///
/// # Errors
/// Not found when there is no such service, the caller may not see it, or it had not been published by then; invalid
/// `date-ahead` for a day to come.
pub async fn service_as_of(tx: &Read, code: &str, day: NaiveDate) -> Result<Service> {
    let today = riga_date(tx.now());
    if day > today {
        return Err(Error::invalid("date-ahead").arg("date", day));
    }
    let at = if day == today { tx.now() } else { end_of_day(day) };
    let version = crate::service_at(tx, code, at).await?;
    let state = if version.line.open_at(at) { crate::ServiceState::Open } else { crate::ServiceState::Closed };
    Ok(Service { state, ..crate::service_of_version(tx, code, version).await? }.on(day))
}
