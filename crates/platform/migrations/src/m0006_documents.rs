//! Table of `documents`: what is known about stored files; their bytes lie in the file store.

use crate::columns::{at, big, index, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(documents()).await?;
        manager.create_index(index("documents", &["subject_id", "field"])).await
    }
}

fn documents() -> TableCreateStatement {
    Table::create()
        .table("documents")
        .col(uuid("id").primary_key())
        .col(text("subject_kind"))
        .col(uuid("subject_id"))
        .col(text("field"))
        .col(text("owner_kind"))
        .col(uuid("owner_id"))
        .col(optional(uuid("uploaded_by")))
        .col(text("file_name"))
        .col(text("media_type"))
        .col(big("size"))
        .col(text("sha256"))
        .col(at("uploaded_at"))
        .take()
}
