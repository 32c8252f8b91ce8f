//! Table of `forms`: applications that are being filled in.

use crate::columns::{at, big, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(drafts()).await?;
        manager.create_index(index("drafts", &["person_id", "party_id", "open_key"])).await?;
        manager.create_index(unique("drafts", &["open_key"])).await
    }
}

/// `open_key` names person, party and service while a draft is open and is null afterwards: one open draft each.
fn drafts() -> TableCreateStatement {
    Table::create()
        .table("drafts")
        .col(uuid("id").primary_key())
        .col(text("service_code"))
        .col(text("form_key"))
        .col(int("form_version"))
        .col(uuid("person_id"))
        .col(text("party_kind"))
        .col(uuid("party_id"))
        .col(optional(text("open_key")))
        .col(text("raw"))
        .col(text("answers"))
        .col(text("sources"))
        .col(big("revision"))
        .col(text("step"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .col(at("expires_at"))
        .col(optional(uuid("submitted_case")))
        .take()
}
