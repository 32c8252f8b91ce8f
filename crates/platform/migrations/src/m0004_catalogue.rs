//! Tables of `catalogue`: services and every version of their descriptions.

use crate::columns::{at, big, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(services()).await?;
        manager.create_index(unique("services", &["code"])).await?;
        manager.create_index(unique("services", &["number"])).await?;
        manager.create_index(unique("services", &["external_id"])).await?;
        manager.create_index(index("services", &["state", "number"])).await?;
        manager.create_index(index("services", &["holder", "number"])).await?;
        manager.create_index(index("services", &["updated_at"])).await?;
        manager.create_table(service_versions()).await
    }
}

/// What lists and filters need of a service; the whole description is in its version.
fn services() -> TableCreateStatement {
    Table::create()
        .table("services")
        .col(uuid("id").primary_key())
        .col(big("number"))
        .col(text("code"))
        .col(optional(text("pilot")))
        .col(optional(text("external_id")))
        .col(text("state"))
        .col(uuid("holder"))
        .col(uuid("provider"))
        .col(optional(text("form_key")))
        .col(text("name_lv"))
        .col(text("name_en"))
        .col(text("summary_lv"))
        .col(text("summary_en"))
        .col(text("keywords"))
        .col(text("cofog"))
        .col(text("client_circle"))
        .col(text("territory"))
        .col(flag("internal"))
        .col(optional(text("language")))
        .col(int("version"))
        .col(text("digest"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

/// Descriptions are never changed: a new one is a new version, and published ones stay for those who relied on them.
fn service_versions() -> TableCreateStatement {
    Table::create()
        .table("service_versions")
        .col(uuid("service"))
        .col(int("version"))
        .col(text("digest"))
        .col(text("document"))
        .col(at("created_at"))
        .col(optional(at("published_at")))
        .primary_key(Index::create().col("service").col("version"))
        .take()
}
