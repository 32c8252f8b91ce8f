//! Versions of service descriptions in time: when each was in force, which are still to come.

use crate::columns::{at, big, int, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            // Number of the newest description, in force or still to come.
            int("latest").default(1).take(),
            // Counts every public change, also of a link that another service made.
            big("revision").default(1).take(),
            // Since when the description in force is in force.
            optional(at("in_force_from")),
        ] {
            manager.alter_table(add("services", column)).await?;
        }
        for column in [
            text("state").default("draft").take(),
            // In force from and until.
            optional(at("valid_from")),
            optional(at("valid_to")),
            // When requests ended while this version was in force.
            optional(at("closed_at")),
            optional(uuid("author")),
            text("note").default("").take(),
        ] {
            manager.alter_table(add("service_versions", column)).await?;
        }
        take_over(manager).await
    }
}

fn add(table: &'static str, column: ColumnDef) -> TableAlterStatement {
    Table::alter().table(table).add_column(column).take()
}

/// Versions that were published before this step were in force from their publication to that of the next one.
async fn take_over(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let conn = manager.get_connection();
    for sql in [
        "UPDATE service_versions SET state = 'published', valid_from = published_at, valid_to = (SELECT \
         MIN(later.published_at) FROM service_versions AS later WHERE later.service = service_versions.service AND \
         later.version > service_versions.version) WHERE published_at IS NOT NULL",
        "UPDATE services SET latest = version, in_force_from = (SELECT published_at FROM service_versions WHERE \
         service = services.id AND service_versions.version = services.version)",
    ] {
        conn.execute_unprepared(sql).await?;
    }
    Ok(())
}
