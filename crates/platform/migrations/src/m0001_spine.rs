//! Tables of `storage`: the event log and what belongs to it.

use crate::columns::{at, big, bytes, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        manager.create_table(events(backend)).await?;
        manager.create_index(unique("events", &["stream_kind", "stream_id", "sequence"])).await?;
        manager.create_index(index("events", &["tx", "position"])).await?;
        manager.create_table(streams(backend)).await?;
        manager.create_table(readers()).await?;
        manager.create_table(dead_letters()).await?;
        manager.create_table(idempotency_keys()).await?;
        manager.create_table(timers()).await?;
        manager.create_index(index("timers", &["dead", "due_at"])).await?;
        manager.create_table(number_series()).await
    }
}

/// The writing transaction on PostgreSQL, where a lower position may commit later; SQLite commits in order.
fn transaction(backend: DbBackend) -> ColumnDef {
    let number = if backend == DbBackend::Postgres { "(pg_current_xact_id()::text::bigint)" } else { "0" };
    big("tx").default(Expr::cust(number)).take()
}

fn events(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("events")
        .col(big("position").auto_increment().primary_key())
        .col(transaction(backend))
        .col(text("stream_kind"))
        .col(uuid("stream_id"))
        .col(big("sequence"))
        .col(text("kind"))
        .col(int("version"))
        .col(at("at"))
        .col(at("recorded_at"))
        .col(text("actor"))
        .col(text("channel"))
        .col(text("data"))
        .col(bytes("hash"))
        .take()
}

fn streams(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("streams")
        .col(text("kind"))
        .col(uuid("id"))
        .col(big("sequence"))
        .col(bytes("head"))
        .col(transaction(backend))
        .primary_key(Index::create().col("kind").col("id"))
        .take()
}

fn readers() -> TableCreateStatement {
    Table::create()
        .table("readers")
        .col(text("name").primary_key())
        .col(big("tx"))
        .col(big("position"))
        .col(int("attempts"))
        .col(optional(at("retry_at")))
        .col(optional(text("last_error")))
        .col(at("updated_at"))
        .take()
}

fn dead_letters() -> TableCreateStatement {
    Table::create()
        .table("dead_letters")
        .col(text("reader"))
        .col(big("position"))
        .col(text("kind"))
        .col(text("error"))
        .col(int("attempts"))
        .col(at("at"))
        .primary_key(Index::create().col("reader").col("position"))
        .take()
}

fn idempotency_keys() -> TableCreateStatement {
    Table::create()
        .table("idempotency_keys")
        .col(text("scope"))
        .col(text("key"))
        .col(text("digest"))
        .col(uuid("result"))
        .col(at("created_at"))
        .primary_key(Index::create().col("scope").col("key"))
        .take()
}

fn timers() -> TableCreateStatement {
    Table::create()
        .table("timers")
        .col(text("kind"))
        .col(uuid("subject"))
        .col(at("due_at"))
        .col(int("attempts"))
        .col(flag("dead"))
        .col(optional(text("last_error")))
        .primary_key(Index::create().col("kind").col("subject"))
        .take()
}

fn number_series() -> TableCreateStatement {
    Table::create().table("number_series").col(text("series").primary_key()).col(big("next")).take()
}
