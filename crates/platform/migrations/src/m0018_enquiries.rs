//! What people write to institutions outside a case.

use crate::columns::{at, big, flag, index, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(enquiries()).await?;
        manager.create_index(unique("enquiries", &["reference_hash"])).await?;
        manager.create_index(index("enquiries", &["institution", "state", "due_at", "id"])).await?;
        manager.create_index(index("enquiries", &["institution", "received_at"])).await?;
        manager.create_index(index("enquiries", &["state", "due_at", "id"])).await?;
        manager.create_index(index("enquiries", &["person", "received_at", "id"])).await
    }
}

/// Of the reference that reads the answer only the hash is kept. `person` is the writer, when they were signed in.
fn enquiries() -> TableCreateStatement {
    Table::create()
        .table("enquiries")
        .col(uuid("id").primary_key())
        .col(text("number"))
        .col(text("kind"))
        .col(text("state"))
        .col(uuid("institution"))
        .col(optional(text("service")))
        .col(optional(uuid("person")))
        .col(text("reference_hash"))
        .col(text("subject"))
        .col(text("text"))
        .col(text("language"))
        .col(at("received_at"))
        .col(at("due_at"))
        .col(optional(uuid("forwarded_from")))
        .col(text("forward_reason"))
        .col(optional(text("answer")))
        .col(optional(uuid("answered_by")))
        .col(optional(at("answered_at")))
        .col(optional(flag("helpful")))
        .col(big("revision"))
        .take()
}
