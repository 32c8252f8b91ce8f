//! The register as a whole, institution by institution: what is unregistered, stale, defective (CAT-21).

use crate::checks::{Quarter, of_row};
use crate::store::editing::approvals;
use crate::store::quality::{checks, holders};
use crate::store::{correction_holders, situation_corrections, situations};
use crate::{CorrectionStanding, HolderChecks, HolderQuality, SituationStanding, policy};
use chrono::{DateTime, Utc};
use institutions::{Institution, InstitutionFilter, InstitutionKind, NormStanding};
use kernel::{Cursor, InstitutionId, Locale, Page, PageRequest, Result, riga_date, sort_key};
use storage::Read;
use uuid::Uuid;

/// Institutions of one question.
const IDS: usize = 500;

kernel::words! {
    /// What somebody who oversees the register looks for.
    OversightConcern {
        /// Nothing is registered.
        Unregistered = "unregistered",
        /// A description or a life situation was not checked in time.
        Stale = "stale",
        /// A description does not say what it must, or has a link that leads nowhere.
        Defective = "defective",
        /// A mistake reported in a life situation waits longer than three working days.
        Uncorrected = "uncorrected",
    }
}

/// An institution in the oversight.
#[derive(Debug, Clone, PartialEq)]
pub struct OversightLine {
    /// The institution.
    pub institution: Institution,
    /// Its services in sum; nought of everything when it has registered none.
    pub quality: HolderQuality,
    /// Its checks in this quarter, if it has any.
    pub checks: Option<HolderChecks>,
    /// Services whose check is open and was missed in the quarter before.
    pub missed: i64,
    /// When it confirmed a description last; never when none.
    pub last_confirmed: Option<DateTime<Utc>>,
    /// The life situations that it answers for.
    pub situations: SituationStanding,
    /// The mistakes that were reported in them (POR-03).
    pub corrections: CorrectionStanding,
    /// When it approved its list of services last (CAT-01).
    pub list_approved: Option<DateTime<Utc>>,
    /// What it stated of its internal rules and measurements of satisfaction (CAT-34).
    pub norms: NormStanding,
}

impl OversightLine {
    /// Services that were not confirmed in time: every open check once the day of this quarter is over; before that those
    /// that were missed in the quarter before and are still open.
    #[must_use]
    pub fn stale(&self) -> i64 {
        self.checks.as_ref().map_or(0, |checks| if checks.overdue { checks.open } else { self.missed })
    }

    /// Whether it should have registered a service and has not. A service centre holds none: it serves people for the
    /// municipality that it belongs to.
    #[must_use]
    pub fn unregistered(&self) -> bool {
        self.quality.services == 0 && self.institution.kind != InstitutionKind::ServiceCentre
    }

    /// Whether this is to be looked at.
    #[must_use]
    pub fn has(&self, concern: OversightConcern) -> bool {
        match concern {
            OversightConcern::Unregistered => self.unregistered(),
            OversightConcern::Stale => self.stale() > 0 || self.situations.late > 0,
            OversightConcern::Defective => {
                self.quality.blocking > 0 || self.quality.dead_links > 0 || self.quality.english_missing > 0
            }
            OversightConcern::Uncorrected => self.corrections.overdue > 0,
        }
    }
}

/// The register in sum, over several institutions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OversightTotal {
    /// How many institutions.
    pub institutions: usize,
    /// Their services.
    pub quality: HolderQuality,
    /// Checks of this quarter that are open.
    pub checks_open: i64,
    /// Their life situations.
    pub situations: SituationStanding,
    /// The mistakes that were reported in them.
    pub corrections: CorrectionStanding,
}

/// Institutions in the order of their names, with what the register holds of each; also those that registered nothing.
/// With a concern only those that have it: to fill a page then, as many institutions are looked at in one go as can be.
/// The names of all are read for that: there are some hundreds.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors; invalid `bad-cursor` for a cursor of another list.
pub async fn oversight(
    tx: &Read,
    filter: &InstitutionFilter,
    concern: Option<OversightConcern>,
    locale: Locale,
    page: &PageRequest,
) -> Result<Page<OversightLine>> {
    policy::may_oversee(tx.caller())?;
    let key = |institution: &Institution| [sort_key(institution.name.get(locale)), institution.code.clone()];
    let mut wanted = institutions::list_all(tx, filter).await?;
    wanted.sort_by_cached_key(key);
    if let Some(after) = &page.after {
        let (name, code) = after.two()?;
        let after: [String; 2] = [name, code];
        wanted.retain(|institution| key(institution) > after);
    }
    let at_once = if concern.is_some() { PageRequest::MAX } else { page.probe() };
    let mut items = Vec::new();
    for some in wanted.chunks(usize::try_from(at_once).unwrap_or(usize::MAX)) {
        let found = lines(tx, some.to_vec()).await?;
        items.extend(found.into_iter().filter(|line| concern.is_none_or(|concern| line.has(concern))));
        if items.len() as u64 > page.limit() {
            break;
        }
    }
    Ok(Page::from_probe(items, page, |line| {
        let [name, code] = key(&line.institution);
        Cursor::from_parts(&[&name, &code])
    }))
}

/// What [`oversight`] shows without a concern, in sum. Only what is kept as sums is read, so it costs the same however
/// many services there are.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors; unavailable when the database cannot be reached.
pub async fn oversight_total(tx: &Read, filter: &InstitutionFilter) -> Result<OversightTotal> {
    policy::may_oversee(tx.caller())?;
    let all = institutions::list_all(tx, filter).await?;
    let ids: Vec<Uuid> = all.iter().map(|institution| institution.id.uuid()).collect();
    let today = riga_date(tx.now());
    let quarter = Quarter::of(today).to_string();
    let mut total = OversightTotal { institutions: all.len(), ..OversightTotal::default() };
    let mut sums = holders::none(Uuid::nil());
    for some in ids.chunks(IDS) {
        for of_one in holders::of(tx, some).await?.values() {
            holders::join(&mut sums, of_one);
        }
        let checks = checks::of_holders(tx, &quarter, some).await?;
        total.checks_open += checks.values().map(|checks| checks.open).sum::<i64>();
        for standing in situations::standings(tx, some, today).await?.values() {
            total.situations.published += standing.published;
            total.situations.late += standing.late;
        }
        for standing in correction_holders::of(tx, some).await?.values() {
            total.corrections.ended += standing.ended;
            total.corrections.ended_late += standing.ended_late;
        }
        let overdue = situation_corrections::overdue(tx, some, tx.now()).await?;
        total.corrections.overdue += overdue.values().sum::<i64>();
    }
    total.quality = HolderQuality::from(&sums);
    Ok(total)
}

async fn lines(tx: &Read, institutions: Vec<Institution>) -> Result<Vec<OversightLine>> {
    let shown: Vec<InstitutionId> = institutions.iter().map(|institution| institution.id).collect();
    let norms = institutions::norm_standings(tx, &shown).await?;
    let ids: Vec<Uuid> = shown.into_iter().map(InstitutionId::uuid).collect();
    let sums = holders::of(tx, &ids).await?;
    let approved = approvals::days(tx, &ids).await?;
    let today = riga_date(tx.now());
    let (quarter, before) = (Quarter::of(today), Quarter::of(today).before());
    let missed = checks::missed(tx, &quarter.to_string(), &before.to_string(), &ids).await?;
    let confirmed = checks::last_confirmations(tx, &ids).await?;
    let situations = situations::standings(tx, &ids, today).await?;
    let corrected = correction_holders::of(tx, &ids).await?;
    let overdue = situation_corrections::overdue(tx, &ids, tx.now()).await?;
    let mut checks = checks::of_holders(tx, &quarter.to_string(), &ids).await?;
    let line = |institution: Institution| {
        let id = institution.id.uuid();
        OversightLine {
            quality: sums.get(&id).map(HolderQuality::from).unwrap_or_default(),
            list_approved: approved.get(&id).copied(),
            norms: norms.get(&institution.id).copied().unwrap_or_default(),
            checks: checks.remove(&id).map(|sums| of_row(sums, today)),
            missed: missed.get(&id).copied().unwrap_or_default(),
            last_confirmed: confirmed.get(&id).copied(),
            situations: situations.get(&id).copied().unwrap_or_default(),
            corrections: CorrectionStanding {
                overdue: overdue.get(&id).copied().unwrap_or_default(),
                ..corrected.get(&id).copied().unwrap_or_default()
            },
            institution,
        }
    };
    Ok(institutions.into_iter().map(line).collect())
}

/// Institutions that ever registered a service, a page at a time in the order of their ids: for those who go through all
/// of them.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors; unavailable when the database cannot be reached.
pub async fn registering_holders(tx: &Read, after: Option<InstitutionId>, limit: u64) -> Result<Vec<InstitutionId>> {
    policy::may_oversee(tx.caller())?;
    let next = holders::after(tx, after.map(InstitutionId::uuid), limit).await?;
    Ok(next.into_iter().map(|sums| InstitutionId::new(sums.holder)).collect())
}
