//! People change what is kept of institutions: revisions, what was changed, and how far the services that show it were
//! told.

use crate::columns::{at, big, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let revision = big("revision").default(1).take();
        manager.alter_table(Table::alter().table("institutions").add_column(revision).take()).await?;
        manager.create_table(institution_changes()).await?;
        manager.create_table(institution_spreads()).await?;
        manager.get_connection().execute_unprepared(NAME_ANEW).await?;
        Ok(())
    }
}

/// The record of an institution before and after each change, as JSON; nothing before the one that added it.
fn institution_changes() -> TableCreateStatement {
    Table::create()
        .table("institution_changes")
        .col(uuid("institution"))
        // The one after the change.
        .col(big("revision"))
        .col(optional(text("before")))
        .col(text("after"))
        .col(at("changed_at"))
        .col(optional(uuid("changed_by")))
        .primary_key(Index::create().col("institution").col("revision"))
        .take()
}

/// How far a change of an institution was carried: through its own services by number, then through those that name it by
/// code. No row when nothing is under way.
fn institution_spreads() -> TableCreateStatement {
    Table::create()
        .table("institution_spreads")
        .col(uuid("institution").primary_key())
        .col(big("own_after"))
        .col(text("naming_after"))
        .take()
}

/// What descriptions name is a projection; the next start makes it with the institutions, municipalities and places in it.
const NAME_ANEW: &str = "DELETE FROM service_mentions";
