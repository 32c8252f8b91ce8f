//! The categories made anew from the descriptions: after an update of the program, or to prove that they are right.

use super::families;
use super::model::{Category, entries};
use crate::store::{cache, categories, service_rows, services};
use crate::{ServiceState, links};
use kernel::{InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Read, Write};

/// How many services are read at once.
const BATCH: u64 = 500;

/// Replaces all categories by what the descriptions in force say; returns how many services can be requested.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn rebuild_categories(tx: &mut Write) -> Result<usize> {
    crate::policy::may_import(tx.caller())?;
    categories::clear(tx).await?;
    let mut counts: BTreeMap<Category, i64> = BTreeMap::new();
    let (mut number, mut count) = (i64::MIN, 0);
    loop {
        let rows = services::after_number(tx, number, BATCH).await?;
        let Some(last) = rows.last() else { break };
        number = last.number;
        for row in &rows {
            let found = entries_of(tx, row).await?;
            if found.is_empty() {
                continue;
            }
            count_in(&mut counts, &found);
            categories::insert(tx, row.number, &found).await?;
            count += 1;
        }
    }
    categories::set_counts(tx, &counts).await?;
    families::recount(tx).await?;
    Ok(count)
}

/// What a comparison found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CategoriesReport {
    /// Services that can be requested.
    pub services: u64,
    /// Codes of services that are not where their descriptions say.
    pub differing: Vec<String>,
    /// Categories that tell another number of services, as the table names them.
    pub counts_differing: Vec<String>,
    /// Entries of services that the register does not have.
    pub surplus: u64,
}

impl CategoriesReport {
    /// Whether a rebuild would change nothing.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.differing.is_empty() && self.counts_differing.is_empty() && self.surplus == 0
    }
}

/// Compares the categories with the descriptions in force and changes nothing. One unit of work sees one state of both,
/// so nothing waits to be counted.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn check_categories(tx: &Read) -> Result<CategoriesReport> {
    crate::policy::may_import(tx.caller())?;
    let mut report = CategoriesReport::default();
    let mut counts: BTreeMap<Category, i64> = BTreeMap::new();
    let (mut number, mut known) = (i64::MIN, 0);
    loop {
        let rows = services::after_number(tx, number, BATCH).await?;
        let Some(last) = rows.last() else { break };
        let mut kept = categories::between(tx, number, last.number).await?;
        number = last.number;
        for row in &rows {
            let found = entries_of(tx, row).await?;
            count_in(&mut counts, &found);
            let stored = kept.remove(&row.number).unwrap_or_default();
            known += stored.len() as u64;
            let wanted: BTreeSet<(String, String)> =
                found.iter().map(|(category, scope)| (category.key(), scope.clone())).collect();
            if stored != wanted {
                report.differing.push(row.number.to_string());
            }
            report.services += u64::from(!found.is_empty());
        }
    }
    report.surplus = categories::total(tx).await?.saturating_sub(known);
    report.counts_differing = differing_counts(tx, &counts).await?;
    report.counts_differing.extend(families::differing(tx).await?);
    Ok(report)
}

/// Names of the categories whose number of services is not the counted one.
async fn differing_counts(tx: &Read, counted: &BTreeMap<Category, i64>) -> Result<Vec<String>> {
    let mut kept = categories::all_counts(tx).await?;
    let mut differing = Vec::new();
    for (category, services) in counted {
        if kept.remove(&category.key()) != Some(*services) {
            differing.push(category.key());
        }
    }
    // A category that nothing is in any more may stay with the number 0.
    differing.extend(kept.into_iter().filter(|(_, services)| *services != 0).map(|(key, _)| key));
    Ok(differing)
}

/// Where a service belongs: nowhere when it cannot be requested.
async fn entries_of(tx: &Read, row: &service_rows::Model) -> Result<BTreeSet<(Category, String)>> {
    if row.state.parse::<ServiceState>()? != ServiceState::Open {
        return Ok(BTreeSet::new());
    }
    let description = cache::description(tx, row).await?;
    Ok(entries(InstitutionId::new(row.holder), &description))
}

/// Counts a service once in each category, in however many scopes it is there.
fn count_in(counts: &mut BTreeMap<Category, i64>, found: &BTreeSet<(Category, String)>) {
    let mut own: Vec<&Category> = found.iter().map(|(category, _)| category).collect();
    own.dedup();
    own.into_iter().for_each(|category| *counts.entry(category.clone()).or_default() += 1);
}

/// Makes the categories when there are none, and likewise what descriptions name: a database that an older program
/// filled.
///
/// # Errors
/// As [`rebuild_categories`].
pub async fn ensure_categories(tx: &mut Write) -> Result<()> {
    if categories::is_empty(tx).await? {
        rebuild_categories(tx).await?;
    }
    families::ensure(tx).await?;
    links::ensure(tx).await
}
