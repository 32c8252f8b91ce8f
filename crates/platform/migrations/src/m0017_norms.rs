//! Internal rules of institutions and their measurements of satisfaction; indicators that holders set themselves.

use crate::columns::{at, big, date, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(institution_norms()).await?;
        manager.create_table(satisfaction_measurements()).await?;
        manager.create_table(own_indicators()).await?;
        manager.create_index(unique("own_indicators", &["service", "number"])).await?;
        manager.create_index(index("own_indicators", &["holder", "service", "number"])).await?;
        manager.create_table(own_indicator_values()).await?;
        manager.create_index(index("own_indicator_values", &["holder", "service", "number", "month"])).await
    }
}

/// Statements are never changed: what is stated next is a new version.
fn institution_norms() -> TableCreateStatement {
    Table::create()
        .table("institution_norms")
        .col(uuid("institution"))
        .col(text("point"))
        .col(int("version"))
        .col(flag("in_force"))
        .col(text("title"))
        .col(text("number"))
        .col(optional(date("document_from")))
        .col(text("link"))
        .col(text("note"))
        .col(date("valid_from"))
        .col(at("stated_at"))
        .col(optional(uuid("stated_by")))
        .primary_key(Index::create().col("institution").col("point").col("version"))
        .take()
}

/// As above, of the last measurement of clients' satisfaction.
fn satisfaction_measurements() -> TableCreateStatement {
    Table::create()
        .table("satisfaction_measurements")
        .col(uuid("institution"))
        .col(int("version"))
        .col(date("ended_on"))
        .col(optional(date("published_on")))
        .col(text("link"))
        .col(at("stated_at"))
        .col(optional(uuid("stated_by")))
        .primary_key(Index::create().col("institution").col("version"))
        .take()
}

/// `wanted` is in thousandths of the unit.
fn own_indicators() -> TableCreateStatement {
    Table::create()
        .table("own_indicators")
        .col(uuid("id").primary_key())
        .col(text("service"))
        .col(int("number"))
        .col(uuid("holder"))
        .col(text("channel"))
        .col(text("stage"))
        .col(text("name_lv"))
        .col(text("name_en"))
        .col(text("unit_lv"))
        .col(text("unit_en"))
        .col(big("wanted"))
        .col(text("better"))
        .col(flag("closed"))
        .col(big("revision"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

/// The value that stands, in thousandths of the unit; those before it are in the event log.
fn own_indicator_values() -> TableCreateStatement {
    Table::create()
        .table("own_indicator_values")
        .col(text("service"))
        .col(int("number"))
        .col(text("month"))
        .col(uuid("holder"))
        .col(big("value"))
        .col(at("recorded_at"))
        .col(optional(uuid("recorded_by")))
        .primary_key(Index::create().col("service").col("number").col("month"))
        .take()
}
