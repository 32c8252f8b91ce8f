//! Company management sees, adds and changes those who act for the company.

use crate::columns::{big, index, optional, text, unique};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            // Number of the last event; those that were kept before have none.
            big("revision").default(0).take(),
            // Person, organisation and ground while it is open: none is given twice.
            optional(text("open_key")),
        ] {
            let table = Table::alter().table("representations").add_column(column).take();
            manager.alter_table(table).await?;
        }
        manager.create_index(unique("representations", &["open_key"])).await?;
        manager.create_index(index("representations", &["organisation_id", "id"])).await
    }
}
