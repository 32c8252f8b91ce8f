//! Keeping the categories of a service in step with its description, in the transaction that changes it.

use super::model::entries;
use crate::Description;
use crate::store::{categories, service_rows};
use kernel::{InstitutionId, Result};
use std::collections::BTreeSet;
use storage::Write;

/// A description is in force.
pub async fn put(tx: &mut Write, row: &service_rows::Model, description: &Description) -> Result<()> {
    let after = entries(InstitutionId::new(row.holder), description);
    categories::change(tx, row.number, &after).await
}

/// The service can no longer be requested.
pub async fn remove(tx: &mut Write, row: &service_rows::Model) -> Result<()> {
    categories::change(tx, row.number, &BTreeSet::new()).await
}
