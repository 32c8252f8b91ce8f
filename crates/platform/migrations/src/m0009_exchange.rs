//! Tables of `exchange`: what has been imported, so that an import can be repeated without doubling.

use crate::columns::{at, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(import_sources()).await?;
        manager.create_table(imported_cases()).await?;
        manager.create_index(unique("imported_cases", &["source", "external_id"])).await?;
        manager.create_table(imported_events()).await
    }
}

/// A log that cases come from, and the service they belong to.
fn import_sources() -> TableCreateStatement {
    Table::create()
        .table("import_sources")
        .col(text("source").primary_key())
        .col(text("service_code"))
        .col(uuid("holder"))
        .col(at("first_at"))
        .col(at("last_at"))
        .take()
}

/// A case of a source. `fingerprint` covers the values of the case itself, so a change of them is noticed. What the log
/// tells and a case of ours has no place for is kept here.
fn imported_cases() -> TableCreateStatement {
    Table::create()
        .table("imported_cases")
        .col(uuid("case_id").primary_key())
        .col(text("source"))
        .col(text("external_id"))
        .col(text("fingerprint"))
        .col(optional(text("responsible")))
        .col(optional(at("planned_end_at")))
        .take()
}

/// An event of such a case.
fn imported_events() -> TableCreateStatement {
    Table::create()
        .table("imported_events")
        .col(uuid("case_id"))
        .col(text("external_id"))
        .primary_key(Index::create().col("case_id").col("external_id"))
        .take()
}
