//! What the descriptions in force name: other services and life situations.

use crate::columns::{index, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_mentions()).await?;
        manager.create_index(index("service_mentions", &["service"])).await
    }
}

/// `kind` says what `name` is: the code of a service, or the word of a life situation.
fn service_mentions() -> TableCreateStatement {
    Table::create()
        .table("service_mentions")
        .col(text("kind"))
        .col(text("name"))
        .col(text("service"))
        .primary_key(Index::create().col("kind").col("name").col("service"))
        .take()
}
