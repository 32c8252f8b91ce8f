//! By which words the staff of institutions are found, and when an institution was last written.

use crate::columns::{index, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(staff_words()).await?;
        manager.create_index(index("staff_words", &["institution", "word", "membership"])).await?;
        manager.create_index(index("staff_words", &["person"])).await?;
        manager.create_index(index("institutions", &["updated_at"])).await
    }
}

/// A beginning of a name of somebody who holds a role, once for each role; the empty one stands for the role itself.
/// The reader of memberships fills it, from the beginning of the log.
fn staff_words() -> TableCreateStatement {
    Table::create()
        .table("staff_words")
        .col(text("word"))
        .col(uuid("membership"))
        .col(uuid("person"))
        .col(uuid("institution"))
        .col(text("role"))
        .primary_key(Index::create().col("word").col("membership"))
        .take()
}
