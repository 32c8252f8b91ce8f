//! Tables of `catalogue`: templates of unified services, what is attached to them, and services that look alike.

use crate::columns::{at, big, bytes, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_templates()).await?;
        manager.create_index(unique("service_templates", &["code"])).await?;
        manager.create_index(unique("service_templates", &["number"])).await?;
        manager.create_index(index("service_templates", &["state", "number"])).await?;
        manager.create_table(template_versions()).await?;
        manager.create_table(template_services()).await?;
        manager.create_index(unique("template_services", &["template", "holder"])).await?;
        manager.create_index(index("template_services", &["template", "seen"])).await?;
        manager.create_index(index("template_services", &["holder"])).await?;
        manager.create_table(similar_services()).await?;
        manager.create_index(index("similar_services", &["other"])).await?;
        manager.create_index(index("similar_services", &["state", "kind", "score"])).await?;
        manager.create_index(index("similar_services", &["state", "score"])).await?;
        manager.create_table(similar_features()).await?;
        manager.create_table(similar_bands()).await?;
        manager.create_index(index("similar_bands", &["service"])).await
    }
}

/// What lists need of a template; the whole text is in its version.
fn service_templates() -> TableCreateStatement {
    Table::create()
        .table("service_templates")
        .col(uuid("id").primary_key())
        .col(big("number"))
        .col(text("code"))
        .col(text("state"))
        .col(text("scope"))
        .col(text("name_lv"))
        .col(text("name_en"))
        .col(text("summary_lv"))
        .col(text("summary_en"))
        .col(text("client_circle"))
        .col(text("cofog"))
        .col(int("version"))
        .col(text("digest"))
        // Counts every change, also of the state.
        .col(big("revision"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

/// Texts of templates are never changed: a new one is a new version.
fn template_versions() -> TableCreateStatement {
    Table::create()
        .table("template_versions")
        .col(uuid("template"))
        .col(int("version"))
        .col(text("digest"))
        .col(text("document"))
        .col(at("created_at"))
        .col(optional(uuid("author")))
        .col(text("note"))
        .primary_key(Index::create().col("template").col("version"))
        .take()
}

/// A service is attached to one template at most, and a holder has one service at most in a template.
fn template_services() -> TableCreateStatement {
    Table::create()
        .table("template_services")
        .col(uuid("service").primary_key())
        .col(uuid("template"))
        .col(uuid("holder"))
        // Territory of a municipality; none for a state institution.
        .col(optional(text("atvk")))
        .col(at("attached_at"))
        .col(optional(uuid("attached_by")))
        // What the holder says about being different.
        .col(text("deviation_lv"))
        .col(text("deviation_en"))
        // The revision of the template that this service has been told of.
        .col(big("seen"))
        // Lists of services show the family in one line: this service is not that line.
        .col(flag("behind"))
        .take()
}

/// Two services that look alike; `service` has the higher number of the two.
fn similar_services() -> TableCreateStatement {
    Table::create()
        .table("similar_services")
        .col(uuid("service"))
        .col(uuid("other"))
        // Per mille.
        .col(int("score"))
        .col(text("reasons"))
        // What both are: a permit, a benefit; empty when neither or different.
        .col(text("kind"))
        .col(text("state"))
        .col(at("found_at"))
        .col(optional(uuid("decided_by")))
        .col(optional(at("decided_at")))
        .primary_key(Index::create().col("service").col("other"))
        .take()
}

/// What is compared of a service.
fn similar_features() -> TableCreateStatement {
    Table::create()
        .table("similar_features")
        .col(uuid("service").primary_key())
        .col(big("number"))
        .col(bytes("features"))
        .take()
}

/// Services with the same mark in the same band are compared with each other, and with no others.
fn similar_bands() -> TableCreateStatement {
    Table::create()
        .table("similar_bands")
        .col(int("band"))
        .col(big("mark"))
        .col(big("number"))
        .col(uuid("service"))
        .primary_key(Index::create().col("band").col("mark").col("number"))
        .take()
}
