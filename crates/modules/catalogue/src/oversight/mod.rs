//! The register as a whole, institution by institution: what is unregistered, stale, defective (CAT-21).

use crate::checks::{Quarter, of_row};
use crate::store::editing::approvals;
use crate::store::quality::{checks, holders};
use crate::{HolderChecks, HolderQuality, policy};
use chrono::{DateTime, Utc};
use institutions::{Institution, InstitutionFilter, NormStanding};
use kernel::{InstitutionId, Page, PageRequest, Result};
use storage::Read;
use uuid::Uuid;
use worktime::riga_date;

/// An institution in the oversight.
#[derive(Debug, Clone, PartialEq)]
pub struct OversightLine {
    /// The institution.
    pub institution: Institution,
    /// Its services in sum; nought of everything when it has registered none.
    pub quality: HolderQuality,
    /// Its checks in this quarter, if it has any.
    pub checks: Option<HolderChecks>,
    /// When it approved its list of services last (CAT-01).
    pub list_approved: Option<DateTime<Utc>>,
    /// What it stated of its internal rules and measurements of satisfaction (CAT-34).
    pub norms: NormStanding,
}

impl OversightLine {
    /// Checks that are open although their day is over.
    #[must_use]
    pub fn stale(&self) -> i64 {
        self.checks.as_ref().filter(|checks| checks.overdue).map_or(0, |checks| checks.open)
    }
}

/// Institutions in the order of their codes, with what the register holds of each; also those that registered nothing.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors; invalid `bad-cursor` for a cursor of another list.
pub async fn oversight(tx: &Read, filter: &InstitutionFilter, page: &PageRequest) -> Result<Page<OversightLine>> {
    policy::may_oversee(tx.caller())?;
    let page = institutions::list(tx, filter, page).await?;
    let shown: Vec<InstitutionId> = page.items.iter().map(|institution| institution.id).collect();
    let norms = institutions::norm_standings(tx, &shown).await?;
    let ids: Vec<Uuid> = shown.into_iter().map(InstitutionId::uuid).collect();
    let sums = holders::of(tx, &ids).await?;
    let approved = approvals::days(tx, &ids).await?;
    let today = riga_date(tx.now());
    let mut checks = checks::of_holders(tx, &Quarter::of(today).to_string(), &ids).await?;
    Ok(page.map(|institution| {
        let id = institution.id.uuid();
        OversightLine {
            quality: sums.get(&id).map(HolderQuality::from).unwrap_or_default(),
            list_approved: approved.get(&id).copied(),
            norms: norms.get(&institution.id).copied().unwrap_or_default(),
            checks: checks.remove(&id).map(|sums| of_row(sums, today)),
            institution,
        }
    }))
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
