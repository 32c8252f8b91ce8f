//! Tables of `indicators`: counts that a reader of the log keeps.

use crate::columns::{big, index, int, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(indicator_cells()).await?;
        manager.create_index(index("indicator_cells", &["holder", "service_code", "month"])).await?;
        manager.create_index(index("indicator_cells", &["month"])).await?;
        manager.create_table(indicator_progress()).await
    }
}

/// One count: of a service at a holder, in a month (`2026-11`), of one measure, in one dimension of it.
fn indicator_cells() -> TableCreateStatement {
    let key = ["service_code", "holder", "month", "measure", "dimension"];
    let mut primary = Index::create();
    for column in key {
        primary.col(column);
    }
    Table::create()
        .table("indicator_cells")
        .col(text("service_code"))
        .col(uuid("holder"))
        .col(text("month"))
        .col(text("measure"))
        .col(text("dimension"))
        .col(big("value"))
        .primary_key(&mut primary)
        .take()
}

/// The last event that is in the counts; one row.
fn indicator_progress() -> TableCreateStatement {
    Table::create().table("indicator_progress").col(int("id").primary_key()).col(big("tx")).col(big("position")).take()
}
