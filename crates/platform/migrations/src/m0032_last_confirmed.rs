//! What pages ask of all institutions at once: when each confirmed a description last, and its counts of one measure.

use crate::columns::{at, index, optional};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let confirmed = optional(at("last_confirmed_at"));
        manager.alter_table(Table::alter().table("check_holders").add_column(confirmed).take()).await?;
        manager.create_index(index("indicator_cells", &["holder", "measure", "month"])).await?;
        manager.get_connection().execute_unprepared(CONFIRMED).await?;
        Ok(())
    }
}

/// Of the quarters that were, from the checks themselves.
const CONFIRMED: &str = "UPDATE check_holders SET last_confirmed_at = (\
    SELECT MAX(service_checks.confirmed_at) FROM service_checks \
    WHERE service_checks.holder = check_holders.holder AND service_checks.quarter = check_holders.quarter \
      AND service_checks.confirmed_at IS NOT NULL)";
