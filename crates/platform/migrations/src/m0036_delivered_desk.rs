//! Delivered cases are a part of the queue of their own: somebody has to find those that are still to be closed.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(DELIVERED).await?;
        Ok(())
    }
}

/// The desk follows from the state; it is kept for the indexes of the queue.
const DELIVERED: &str = "UPDATE cases SET desk = 'delivered' WHERE state = 'delivered'";
