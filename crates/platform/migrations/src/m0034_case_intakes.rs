//! What an institution noted of a request that came to it another way than by a form of the platform (REG-01, EFR-24).

use crate::columns::{text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(case_intakes()).await
    }
}

/// One row a case that was registered by hand or by a system without a form; who did it and when tells the log.
fn case_intakes() -> TableCreateStatement {
    Table::create().table("case_intakes").col(uuid("case_id").primary_key()).col(text("note")).take()
}
