//! What editors tell the search, what people asked of it, and where places are.

use crate::columns::{at, big, date, flag, index, int, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [rules(), synonyms(), boosts(), queries(), feedback(), places()] {
            manager.create_table(table).await?;
        }
        manager.create_index(index("search_queries", &["day"])).await?;
        manager.create_index(index("search_feedback", &["at"])).await?;
        manager.create_index(index("services", &["updated_at", "number"])).await?;
        for column in [
            // WGS 84, degrees.
            ColumnDef::new("latitude").double().null().take(),
            ColumnDef::new("longitude").double().null().take(),
            // Opening hours for programs, as JSON; empty when unknown.
            text("opening").default("").take(),
        ] {
            manager.alter_table(Table::alter().table("institutions").add_column(column).take()).await?;
        }
        Ok(())
    }
}

/// One row: the revision of all rules together, so that every process knows in one read whether its copy is current.
fn rules() -> TableCreateStatement {
    Table::create().table("search_rules").col(int("id").primary_key()).col(big("revision")).take()
}

/// Other words for what people type. Removed rules stay, so that the starting set does not bring them back.
fn synonyms() -> TableCreateStatement {
    Table::create()
        .table("search_synonyms")
        .col(uuid("id").primary_key())
        .col(text("words"))
        .col(text("means"))
        .col(flag("two_way"))
        .col(big("revision"))
        .col(flag("removed"))
        .col(at("updated_at"))
        .take()
}

/// Services that are to stand higher or lower, always or for some words.
fn boosts() -> TableCreateStatement {
    Table::create()
        .table("search_boosts")
        .col(uuid("id").primary_key())
        .col(text("service"))
        .col(text("words"))
        .col(int("percent"))
        .col(big("revision"))
        .col(at("updated_at"))
        .take()
}

/// How often something was asked on a day; nobody's name is on it.
fn queries() -> TableCreateStatement {
    Table::create()
        .table("search_queries")
        .col(date("day"))
        .col(text("query"))
        .col(text("locale"))
        .col(big("searches"))
        .col(big("empty"))
        .primary_key(Index::create().col("day").col("query").col("locale"))
        .take()
}

/// What people said of an answer; nobody's name is on it.
fn feedback() -> TableCreateStatement {
    Table::create()
        .table("search_feedback")
        .col(uuid("id").primary_key())
        .col(at("at"))
        .col(text("locale"))
        .col(text("query"))
        .col(big("results"))
        .col(flag("found"))
        .col(optional(text("opened")))
        .col(text("comment"))
        .take()
}

/// How often the nearest place of a service was looked up in a month.
fn places() -> TableCreateStatement {
    Table::create()
        .table("place_lookups")
        .col(text("month"))
        .col(text("service"))
        .col(text("means"))
        .col(big("lookups"))
        .primary_key(Index::create().col("month").col("service").col("means"))
        .take()
}
