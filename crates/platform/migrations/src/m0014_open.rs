//! Open both ways: the feed of changes of the register, the services that institutions' systems send, writes that were
//! refused, and tables that editors have uploaded and not yet applied.

use crate::columns::{at, big, flag, index, int, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_feed()).await?;
        manager.create_index(index("service_feed", &["listed", "number"])).await?;
        manager.create_index(index("service_feed", &["service", "number"])).await?;
        manager.create_table(service_sources()).await?;
        manager.create_index(index("service_sources", &["service"])).await?;
        manager.create_table(service_refusals()).await?;
        manager.create_index(index("service_refusals", &["at", "id"])).await?;
        manager.create_table(service_tables()).await?;
        manager.create_index(index("service_tables", &["institution", "created_at"])).await
    }
}

/// A change of a service that the public can see, numbered in the order of the log without gaps. Rows that are not
/// `listed` keep count of the revisions of what the public does not see (yet).
fn service_feed() -> TableCreateStatement {
    Table::create()
        .table("service_feed")
        .col(big("number").primary_key())
        .col(uuid("service"))
        .col(text("code"))
        .col(big("revision"))
        .col(int("version"))
        .col(text("kind"))
        .col(flag("listed"))
        .col(at("at"))
        // The event it was made of.
        .col(big("log_tx"))
        .col(big("log_position"))
        .take()
}

/// The service that an institution's system knows under a name of its own.
fn service_sources() -> TableCreateStatement {
    Table::create()
        .table("service_sources")
        .col(uuid("institution"))
        .col(text("external_id"))
        .col(uuid("service"))
        .col(at("created_at"))
        .primary_key(Index::create().col("institution").col("external_id"))
        .take()
}

/// A system tried to write a service of another holder.
fn service_refusals() -> TableCreateStatement {
    Table::create()
        .table("service_refusals")
        .col(uuid("id").primary_key())
        .col(at("at"))
        // Whose system it was.
        .col(uuid("institution"))
        .col(optional(uuid("api_client")))
        .col(text("external_id"))
        .col(optional(text("code")))
        // Whose service it was to be.
        .col(uuid("holder"))
        .take()
}

/// The rows of an uploaded table, kept from the preview until they are applied.
fn service_tables() -> TableCreateStatement {
    Table::create()
        .table("service_tables")
        .col(uuid("id").primary_key())
        .col(uuid("institution"))
        .col(text("name"))
        .col(text("content"))
        .col(at("created_at"))
        .take()
}
