//! A desk narrowed to one service or one channel reads no cases of others.

use crate::columns::index;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for narrowed in ["service", "channel"] {
            manager.create_index(index("cases", &["handler", narrowed, "desk", "due_at", "id"])).await?;
            manager.create_index(index("cases", &["handler", narrowed, "closed_at", "id"])).await?;
        }
        Ok(())
    }
}
