//! The rules of many institutions in sum, for those who oversee them.

use super::due::SatisfactionDue;
use crate::store::norms::Told;
use crate::{policy, store};
use chrono::NaiveDate;
use kernel::{InstitutionId, Result, riga_date};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// The rules of an institution in sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NormStanding {
    /// Items of the checklist about which something is stated.
    pub stated: usize,
    /// Those of them that are in force.
    pub in_force: usize,
    /// The last day of the last measurement of satisfaction.
    pub measured: Option<NaiveDate>,
    /// What is due of measurements.
    pub satisfaction: SatisfactionDue,
}

impl Default for NormStanding {
    fn default() -> Self {
        Self { stated: 0, in_force: 0, measured: None, satisfaction: SatisfactionDue::NeverStated }
    }
}

/// How each of these institutions stands today; those that stated nothing are left out.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors.
pub async fn norm_standings(
    tx: &Read,
    institutions: &[InstitutionId],
) -> Result<BTreeMap<InstitutionId, NormStanding>> {
    policy::may_oversee_norms(tx.caller())?;
    let today = riga_date(tx.now());
    let mut standings: BTreeMap<InstitutionId, NormStanding> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    // Newest first: the first one of an item that holds already is the one that counts.
    for told in store::norms::of_institutions(tx, institutions).await? {
        let Told { institution, point, in_force, valid_from } = told;
        if valid_from <= today && seen.insert((institution, point)) {
            let standing = standings.entry(institution).or_default();
            standing.stated += 1;
            standing.in_force += usize::from(in_force);
        }
    }
    for (institution, last) in store::measurements::last_of(tx, institutions).await? {
        let standing = standings.entry(institution).or_default();
        standing.measured = Some(last.ended_on);
        standing.satisfaction = SatisfactionDue::of(Some(&last), today);
    }
    Ok(standings)
}
