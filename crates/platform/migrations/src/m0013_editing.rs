//! Working copies of service descriptions, their review, and what institutions decide about their lists of services.

use crate::columns::{at, big, date, flag, index, int, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_drafts()).await?;
        manager.create_index(index("service_drafts", &["holder", "state", "service"])).await?;
        manager.create_index(index("service_drafts", &["state", "service"])).await?;
        manager.create_table(draft_sections()).await?;
        manager.create_table(refused_texts()).await?;
        manager.create_index(index("refused_texts", &["service", "settled", "id"])).await?;
        manager.create_table(service_openings()).await?;
        manager.create_index(index("service_openings", &["service", "id"])).await?;
        manager.create_table(editing_rules()).await?;
        manager.create_table(list_approvals()).await?;
        manager.create_index(index("list_approvals", &["institution", "id"])).await?;
        manager.create_table(service_proposals()).await?;
        manager.create_index(index("service_proposals", &["service", "id"])).await?;
        manager.create_index(index("service_proposals", &["holder", "answered", "id"])).await
    }
}

/// The one working copy that a service may have.
fn service_drafts() -> TableCreateStatement {
    Table::create()
        .table("service_drafts")
        .col(uuid("service").primary_key())
        .col(uuid("holder"))
        .col(text("state"))
        .col(int("base_version"))
        .col(optional(date("valid_from")))
        .col(text("note"))
        .col(big("revision"))
        .col(optional(uuid("created_by")))
        .col(at("created_at"))
        .col(optional(uuid("updated_by")))
        .col(at("updated_at"))
        .col(optional(uuid("submitted_by")))
        .col(optional(at("submitted_at")))
        .col(text("comment"))
        .col(optional(uuid("reviewed_by")))
        .take()
}

/// The sections of a working copy that somebody wrote in: what was typed, and what could be understood of it.
fn draft_sections() -> TableCreateStatement {
    Table::create()
        .table("draft_sections")
        .col(uuid("service"))
        .col(text("section"))
        .col(text("typed"))
        .col(text("content"))
        .col(text("errors"))
        .col(big("revision"))
        .col(optional(uuid("updated_by")))
        .col(at("updated_at"))
        .primary_key(Index::create().col("service").col("section"))
        .take()
}

/// What was typed and not taken because somebody else had written in the same section: kept until its author chooses.
fn refused_texts() -> TableCreateStatement {
    Table::create()
        .table("refused_texts")
        .col(uuid("id").primary_key())
        .col(uuid("service"))
        .col(text("section"))
        .col(text("typed"))
        .col(optional(uuid("author")))
        .col(at("created_at"))
        .col(flag("settled"))
        .take()
}

/// Why a service was closed or opened again.
fn service_openings() -> TableCreateStatement {
    Table::create()
        .table("service_openings")
        .col(uuid("id").primary_key())
        .col(uuid("service"))
        .col(text("state"))
        .col(text("reason"))
        .col(optional(uuid("author")))
        .col(at("at"))
        .take()
}

/// How an institution edits its descriptions.
fn editing_rules() -> TableCreateStatement {
    Table::create()
        .table("editing_rules")
        .col(uuid("institution").primary_key())
        .col(flag("four_eyes"))
        .col(at("updated_at"))
        .take()
}

/// A list of services as an institution approved it: codes and versions.
fn list_approvals() -> TableCreateStatement {
    Table::create()
        .table("list_approvals")
        .col(uuid("id").primary_key())
        .col(uuid("institution"))
        .col(text("services"))
        .col(text("digest"))
        .col(optional(uuid("approved_by")))
        .col(at("approved_at"))
        .take()
}

/// What providers propose to the holder of a service.
fn service_proposals() -> TableCreateStatement {
    Table::create()
        .table("service_proposals")
        .col(uuid("id").primary_key())
        .col(uuid("service"))
        .col(uuid("holder"))
        .col(uuid("sender"))
        .col(optional(uuid("author")))
        .col(text("text"))
        .col(at("sent_at"))
        .col(flag("answered"))
        .col(text("answer"))
        .col(optional(uuid("answered_by")))
        .col(optional(at("answered_at")))
        .take()
}
