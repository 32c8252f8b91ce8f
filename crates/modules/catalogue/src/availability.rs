//! Whether a service can be requested, and if not, from which day or since which one.

use crate::store::versions;
use crate::{Service, ServiceState};
use chrono::NaiveDate;
use kernel::{Result, riga_date};
use storage::Read;

/// When a service can be requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// Now.
    Open,
    /// From this day, which is still to come.
    From(NaiveDate),
    /// Not any more.
    Closed {
        /// The first day on which it could not be requested.
        since: NaiveDate,
        /// From this day again, where a new description waits for it.
        again: Option<NaiveDate>,
    },
    /// Nobody knows yet: it was never published.
    Draft,
}

/// When a service that the caller was shown can be requested. Of what waits for its day only that day is told.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn availability(tx: &Read, service: &Service) -> Result<Availability> {
    let today = riga_date(tx.now());
    let since = match service.state {
        ServiceState::Draft => return Ok(Availability::Draft),
        ServiceState::Open if service.description.is_offered_on(today) => return Ok(Availability::Open),
        ServiceState::Open => match (service.description.valid_from, service.description.valid_to) {
            (Some(first), _) if first > today => return Ok(Availability::From(first)),
            // The last day has passed; the timer that closes the service is about to come.
            (_, last) => last.and_then(|last| last.succ_opt()).unwrap_or(today),
        },
        ServiceState::Closed => {
            let present = versions::find(tx, service.id, service.version).await?;
            riga_date(present.and_then(|present| present.line.closed_at).unwrap_or(service.updated_at))
        }
    };
    Ok(Availability::Closed { since, again: next_day(tx, service, today).await? })
}

/// The first day of the next description that waits for its own.
async fn next_day(tx: &Read, service: &Service, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let mut waiting = versions::scheduled(tx, service.id).await?.into_iter();
    let Some(line) = waiting.find(|line| !line.internal) else { return Ok(None) };
    let planned = versions::find(tx, service.id, line.version).await?;
    let first = planned.and_then(|planned| planned.description.valid_from);
    Ok(line.valid_from.map(riga_date).max(first).filter(|day| *day > today))
}
