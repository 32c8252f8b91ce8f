//! Where a service is given in person, nearest first (POR-16), and how often that is looked up (POR-18).

use crate::store::finding::places as rows;
use crate::{Service, Territory, policy};
use chrono::Months;
use institutions::{CalendarTransfers, Institution, InstitutionKind, Openness, Position};
use kernel::{Channel, InstitutionId, Result};
use std::collections::BTreeSet;
use storage::Read;
use worktime::Calendar;

/// Most lines of the list of look-ups.
const LINES: u64 = 500;

/// A place where the service is given.
#[derive(Debug, Clone, PartialEq)]
pub struct ServicePlace {
    /// The centre, or the institution's own desk.
    pub institution: Institution,
    /// How far it is, in kilometres as the crow flies.
    pub kilometres: f64,
    /// Whether it is open now.
    pub openness: Openness,
}

/// The nearest `limit` places where a service can be requested or received in person: unified centres of its territory
/// where it is offered there, and the provider's own desk where that is offered and its position is known. The position
/// is used for this answer only.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn places_of_service(
    tx: &Read,
    service: &Service,
    from: Position,
    limit: usize,
) -> Result<Vec<ServicePlace>> {
    let mut places = Vec::new();
    if service.offer(Channel::Centre).is_some() {
        places.extend(centres(tx, &service.description.territory).await?);
    }
    if service.offer(Channel::Institution).is_some() {
        let of_stages = service.description.providers.iter().map(|stage| stage.institution);
        let desks: BTreeSet<_> = of_stages.chain([service.provider]).collect();
        for desk in desks {
            let desk = institutions::find(tx, desk).await?;
            if !places.iter().any(|place: &Institution| place.id == desk.id) {
                places.push(desk);
            }
        }
    }
    let now = worktime::local(tx.now());
    let place = |(kilometres, institution): (f64, Institution)| {
        let calendar = match institution.calendar_transfers {
            CalendarTransfers::State => Calendar::state(),
            CalendarTransfers::None => Calendar::plain(),
        };
        let works = calendar.is_working_day(now.date());
        let openness = institutions::openness(&institution.opening, now.date(), now.time(), works);
        ServicePlace { institution, kilometres, openness }
    };
    Ok(institutions::nearest(places, from, limit).into_iter().map(place).collect())
}

/// The centres that give a service of this territory: all of them, or those that stand under one of its municipalities.
async fn centres(tx: &Read, territory: &Territory) -> Result<Vec<Institution>> {
    let mut centres = institutions::placed(tx, InstitutionKind::ServiceCentre).await?;
    if let Territory::Municipalities(codes) = territory {
        let all = institutions::municipalities(tx).await?;
        let own = all.into_iter().filter(|one| one.atvk.as_ref().is_some_and(|atvk| codes.contains(atvk)));
        let own: BTreeSet<InstitutionId> = own.map(|municipality| municipality.id).collect();
        centres.retain(|centre| centre.parent.is_some_and(|parent| own.contains(&parent)));
    }
    Ok(centres)
}

/// Look-ups of one service in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceLookups {
    /// `2026-11`.
    pub month: String,
    /// Code of the service.
    pub service: String,
    /// By choosing a municipality.
    pub by_municipality: i64,
    /// By the position of the device.
    pub by_position: i64,
}

/// How often places were looked up in the last twelve months, newest month first.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn place_lookups(tx: &Read) -> Result<Vec<PlaceLookups>> {
    policy::may_tune_search(tx.caller())?;
    let today = kernel::riga_date(tx.now());
    let since = today.checked_sub_months(Months::new(11)).unwrap_or(today).format("%Y-%m").to_string();
    let mut lines: Vec<PlaceLookups> = Vec::new();
    for row in rows::since(tx, &since, LINES).await? {
        let same = lines.last().is_some_and(|line| line.month == row.month && line.service == row.service);
        if !same {
            let (month, service) = (row.month.clone(), row.service.clone());
            lines.push(PlaceLookups { month, service, by_municipality: 0, by_position: 0 });
        }
        if let Some(line) = lines.last_mut() {
            match row.means.parse()? {
                super::LookupMeans::Municipality => line.by_municipality += row.lookups,
                super::LookupMeans::Position => line.by_position += row.lookups,
            }
        }
    }
    Ok(lines)
}
