//! Whether pages of services were useful, and reported mistakes about services beside those about life situations.

use crate::columns::{big, index, optional, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_votes()).await?;
        // A report about a service names it here; its `situation` is the nil id and its `branch` is empty.
        let service = optional(uuid("service"));
        manager.alter_table(Table::alter().table("situation_corrections").add_column(service).take()).await?;
        manager.create_index(index("situation_corrections", &["service", "reported_at"])).await
    }
}

/// Answers to one question under the page of a service; nobody's answer is kept.
fn service_votes() -> TableCreateStatement {
    Table::create()
        .table("service_votes")
        .col(uuid("service").primary_key())
        .col(big("helpful"))
        .col(big("unhelpful"))
        .take()
}
