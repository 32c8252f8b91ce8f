//! Tables of `institutions`: holders, providers, service centres and who works in them.

use crate::columns::{at, index, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(institutions()).await?;
        manager.create_index(unique("institutions", &["code"])).await?;
        manager.create_index(index("institutions", &["kind", "code"])).await?;
        manager.create_index(index("institutions", &["parent", "code"])).await?;
        manager.create_table(memberships()).await?;
        manager.create_index(index("memberships", &["person"])).await?;
        manager.create_index(index("memberships", &["institution", "id"])).await
    }
}

fn institutions() -> TableCreateStatement {
    Table::create()
        .table("institutions")
        .col(uuid("id").primary_key())
        .col(text("code"))
        .col(text("kind"))
        .col(optional(text("registration_number")))
        .col(text("name_lv"))
        .col(text("name_en"))
        .col(optional(text("atvk")))
        .col(optional(text("iso3166_2")))
        .col(optional(text("planning_region")))
        .col(optional(uuid("parent")))
        .col(optional(text("phone")))
        .col(optional(text("email")))
        .col(optional(text("address")))
        .col(optional(text("website")))
        .col(text("hours_lv"))
        .col(text("hours_en"))
        .col(text("calendar_transfers"))
        .col(text("origin"))
        .col(at("updated_at"))
        .take()
}

/// `valid_to` is the first instant at which the membership no longer holds.
fn memberships() -> TableCreateStatement {
    Table::create()
        .table("memberships")
        .col(uuid("id").primary_key())
        .col(uuid("person"))
        .col(uuid("institution"))
        .col(text("role"))
        .col(optional(text("unit")))
        .col(at("valid_from"))
        .col(optional(at("valid_to")))
        .take()
}
