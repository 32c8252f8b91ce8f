//! Branches of institutions, and by which provider somebody signed in.

use crate::columns::{at, big, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(institution_branches()).await?;
        manager.create_index(unique("institution_branches", &["institution", "number"])).await?;
        // Of sessions that are open nobody knows; they end within half a day.
        let issuer = optional(text("issuer"));
        manager.alter_table(Table::alter().table("sessions").add_column(issuer).take()).await
    }
}

/// Places where an institution serves people, beside its seat. Closed ones stay, so that no code is given twice.
fn institution_branches() -> TableCreateStatement {
    Table::create()
        .table("institution_branches")
        .col(text("code").primary_key())
        .col(uuid("institution"))
        .col(int("number"))
        .col(text("name_lv"))
        .col(text("name_en"))
        .col(text("address"))
        // WGS 84, degrees.
        .col(ColumnDef::new("latitude").double().not_null().take())
        .col(ColumnDef::new("longitude").double().not_null().take())
        .col(optional(text("phone")))
        .col(text("hours_lv"))
        .col(text("hours_en"))
        // Opening hours for programs, as JSON.
        .col(text("opening"))
        .col(text("origin"))
        .col(optional(at("closed_at")))
        .col(big("revision"))
        .col(at("updated_at"))
        .col(optional(uuid("updated_by")))
        .take()
}
