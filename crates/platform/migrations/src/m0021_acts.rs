//! Acts that are not in force any more, and how the score of each description went.

use crate::columns::{at, big, flag, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(repealed_acts()).await?;
        manager.create_index(unique("repealed_acts", &["number"])).await?;
        manager.create_table(service_scores()).await?;
        manager.get_connection().execute_unprepared(FIRST_SCORES).await?;
        Ok(())
    }
}

/// An act by its number at likumi.lv. Removed ones stay, so that the starting set does not bring them back.
fn repealed_acts() -> TableCreateStatement {
    Table::create()
        .table("repealed_acts")
        .col(uuid("id").primary_key())
        .col(big("number"))
        .col(text("title"))
        .col(text("successor"))
        .col(text("link"))
        .col(big("revision"))
        .col(flag("removed"))
        // How far the change was carried to the services that cite it.
        .col(optional(uuid("spread_after")))
        .col(at("updated_at"))
        .take()
}

/// The score of a description from an instant on; a row when it changes.
fn service_scores() -> TableCreateStatement {
    Table::create()
        .table("service_scores")
        .col(uuid("service"))
        .col(at("at"))
        .col(int("version"))
        .col(int("score"))
        .primary_key(Index::create().col("service").col("at"))
        .take()
}

/// The scores that are kept already are where each course begins.
const FIRST_SCORES: &str = "INSERT INTO service_scores (service, \"at\", version, score) \
    SELECT service, \"at\", version, score FROM service_quality";
