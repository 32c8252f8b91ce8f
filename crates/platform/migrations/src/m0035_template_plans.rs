//! Texts of templates of unified services that wait for a day (UNI-01, CAT-17).

use crate::columns::{at, int, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(template_plans()).await
    }
}

/// Apart from `template_versions`, which holds what was in force. A row is never changed but for its state.
fn template_plans() -> TableCreateStatement {
    Table::create()
        .table("template_plans")
        .col(uuid("template"))
        .col(int("number"))
        // One row of a template at most waits, or could not take effect.
        .col(text("state"))
        // In force from here on: the beginning of a day.
        .col(at("valid_from"))
        .col(text("digest"))
        .col(text("document"))
        .col(text("note"))
        .col(optional(uuid("author")))
        .col(at("created_at"))
        .primary_key(Index::create().col("template").col("number"))
        .take()
}
