//! The lists of categories show a family of services once: how many of its services stand behind another one there.

use crate::TemplateId;
use crate::store::{category_behind, template_members, templates};
use kernel::Result;
use std::collections::BTreeSet;
use storage::{Read, Write};

/// Counts the families of all templates in use anew.
pub(super) async fn recount(tx: &Write) -> Result<()> {
    for family in templates::in_use(tx).await? {
        category_behind::put(tx, family, &numbers(tx, family).await?).await?;
    }
    Ok(())
}

/// Makes these counts when there are none: a database that an older program filled.
pub(super) async fn ensure(tx: &Write) -> Result<()> {
    if category_behind::all(tx).await?.is_empty() { recount(tx).await } else { Ok(()) }
}

/// Names of the categories in which another number of services stands behind others than is kept.
pub(super) async fn differing(tx: &Read) -> Result<BTreeSet<String>> {
    let mut counted = category_behind::Rows::new();
    for family in templates::in_use(tx).await? {
        counted.extend(category_behind::counted(tx, family, &numbers(tx, family).await?).await?);
    }
    let kept = category_behind::all(tx).await?;
    let other = |(row, behind): &(&(String, String), &i64)| kept.get(*row) != Some(*behind);
    let surplus = kept.keys().filter(|row| !counted.contains_key(*row));
    Ok(counted.iter().filter(other).map(|(row, _)| row).chain(surplus).map(category_behind::category_of).collect())
}

async fn numbers(tx: &Read, family: TemplateId) -> Result<Vec<i64>> {
    let services = template_members::services(tx, family).await?;
    Ok(services.into_iter().map(|service| service.number).collect())
}
