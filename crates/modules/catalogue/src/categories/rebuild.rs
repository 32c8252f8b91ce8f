//! The categories made anew from the descriptions: after an update of the program, or to prove that they are right.

use super::model::{Category, entries};
use crate::store::{cache, categories, services};
use crate::{ServiceState, links};
use kernel::{InstitutionId, Result};
use std::collections::BTreeMap;
use storage::Write;

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
            if row.state.parse::<ServiceState>()? != ServiceState::Open {
                continue;
            }
            let description = cache::description(tx, row).await?;
            let found = entries(InstitutionId::new(row.holder), &description);
            let mut own: Vec<&Category> = found.iter().map(|(category, _)| category).collect();
            own.dedup();
            own.into_iter().for_each(|category| *counts.entry(category.clone()).or_default() += 1);
            categories::insert(tx, row.number, &found).await?;
            count += 1;
        }
    }
    categories::set_counts(tx, &counts).await?;
    Ok(count)
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
    links::ensure(tx).await
}
