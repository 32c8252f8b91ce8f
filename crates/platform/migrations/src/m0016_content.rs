//! The portal's content: life situations, categories of services, articles, translations, the own municipality.

use crate::columns::{at, big, date, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        situations(manager).await?;
        categories(manager).await?;
        articles(manager).await?;
        translations(manager).await?;
        // The municipality a person wants to see services of, by its ATVK code.
        manager.alter_table(Table::alter().table("persons").add_column(optional(text("municipality"))).take()).await
    }
}

async fn situations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(life_situations()).await?;
    manager.create_index(unique("life_situations", &["slug"])).await?;
    manager.create_index(index("life_situations", &["branch", "state", "place"])).await?;
    manager.create_index(index("life_situations", &["responsible", "slug"])).await?;
    manager.create_index(index("life_situations", &["check_due"])).await?;
    manager.create_table(situation_versions()).await?;
    manager.create_table(service_situations()).await?;
    manager.create_index(index("service_situations", &["situation"])).await?;
    manager.create_table(situation_checks()).await?;
    manager.create_index(index("situation_checks", &["situation", "at"])).await?;
    manager.create_table(situation_corrections()).await?;
    manager.create_index(index("situation_corrections", &["state", "due_at", "id"])).await?;
    manager.create_index(index("situation_corrections", &["responsible", "state", "due_at", "id"])).await?;
    manager.create_index(index("situation_corrections", &["situation", "reported_at"])).await
}

/// What lists need of a life situation; its texts are in its versions.
fn life_situations() -> TableCreateStatement {
    Table::create()
        .table("life_situations")
        .col(uuid("id").primary_key())
        .col(text("slug"))
        .col(text("branch"))
        .col(uuid("responsible"))
        .col(text("state"))
        .col(int("place"))
        .col(int("version"))
        .col(int("latest"))
        .col(big("revision"))
        .col(text("title_lv"))
        .col(text("title_en"))
        .col(text("summary_lv"))
        .col(text("summary_en"))
        .col(flag("sdg"))
        .col(optional(date("checked_on")))
        .col(optional(date("check_due")))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

/// A draft changes until it is published; what was published stays for those who relied on it.
fn situation_versions() -> TableCreateStatement {
    Table::create()
        .table("situation_versions")
        .col(uuid("situation"))
        .col(int("version"))
        .col(text("digest"))
        .col(text("document"))
        .col(text("note"))
        .col(optional(uuid("author")))
        .col(at("created_at"))
        .col(optional(at("valid_from")))
        .col(optional(at("valid_to")))
        .primary_key(Index::create().col("situation").col("version"))
        .take()
}

/// Which published life situations name which services.
fn service_situations() -> TableCreateStatement {
    Table::create()
        .table("service_situations")
        .col(text("service"))
        .col(uuid("situation"))
        .primary_key(Index::create().col("service").col("situation"))
        .take()
}

/// Recorded confirmations of the quarterly check.
fn situation_checks() -> TableCreateStatement {
    Table::create()
        .table("situation_checks")
        .col(uuid("id").primary_key())
        .col(uuid("situation"))
        .col(int("version"))
        .col(optional(uuid("person")))
        .col(text("note"))
        .col(at("at"))
        .take()
}

/// Reported mistakes. `institution` is who reported, when it was one; people are not recorded.
fn situation_corrections() -> TableCreateStatement {
    Table::create()
        .table("situation_corrections")
        .col(uuid("id").primary_key())
        .col(uuid("situation"))
        .col(int("version"))
        .col(uuid("responsible"))
        .col(text("state"))
        .col(text("report"))
        .col(text("language"))
        .col(optional(uuid("institution")))
        .col(at("reported_at"))
        .col(at("due_at"))
        .col(optional(at("forwarded_at")))
        .col(optional(at("resolved_at")))
        .col(text("answer"))
        .take()
}

/// `scope` is a place and a circle of clients, so that any view of a category is read by its key.
async fn categories(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let counts = Table::create()
        .table("categories")
        .col(text("kind"))
        .col(text("value"))
        .col(big("services"))
        .primary_key(Index::create().col("kind").col("value"))
        .take();
    let entries = Table::create()
        .table("service_categories")
        .col(text("category"))
        .col(text("scope"))
        .col(big("number"))
        .primary_key(Index::create().col("category").col("scope").col("number"))
        .take();
    let popular = Table::create().table("popular_services").col(int("place").primary_key()).col(text("service")).take();
    manager.create_table(counts).await?;
    manager.create_table(entries).await?;
    manager.create_index(index("service_categories", &["number"])).await?;
    manager.create_table(popular).await
}

async fn articles(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(article_table()).await?;
    manager.create_index(unique("articles", &["kind", "slug"])).await?;
    manager.create_index(index("articles", &["kind", "audience", "state", "shown_from", "id"])).await?;
    manager.create_index(index("articles", &["institution", "updated_at", "id"])).await?;
    manager.create_index(index("articles", &["updated_at", "id"])).await?;
    let versions = Table::create()
        .table("article_versions")
        .col(uuid("article"))
        .col(int("version"))
        .col(text("digest"))
        .col(text("document"))
        .col(optional(uuid("author")))
        .col(at("created_at"))
        .col(optional(at("published_at")))
        .primary_key(Index::create().col("article").col("version"))
        .take();
    manager.create_table(versions).await
}

/// `helpful` and `unhelpful` count answers to one question; nobody's answer is kept.
fn article_table() -> TableCreateStatement {
    Table::create()
        .table("articles")
        .col(uuid("id").primary_key())
        .col(text("kind"))
        .col(text("slug"))
        .col(text("audience"))
        .col(text("state"))
        .col(uuid("institution"))
        .col(int("version"))
        .col(int("latest"))
        .col(big("revision"))
        .col(text("title_lv"))
        .col(text("title_en"))
        .col(text("lead_lv"))
        .col(text("lead_en"))
        .col(at("shown_from"))
        .col(optional(at("shown_to")))
        .col(big("helpful"))
        .col(big("unhelpful"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

/// Texts by their digest, and what waits to be translated.
async fn translations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let texts = Table::create()
        .table("translations")
        .col(text("digest"))
        .col(text("source"))
        .col(text("target"))
        .col(text("translated"))
        .col(text("engine"))
        .col(at("at"))
        .primary_key(Index::create().col("digest").col("source").col("target"))
        .take();
    let queue = Table::create()
        .table("translation_queue")
        .col(text("kind"))
        .col(uuid("subject"))
        .col(at("at"))
        .primary_key(Index::create().col("kind").col("subject"))
        .take();
    manager.create_table(texts).await?;
    manager.create_table(queue).await?;
    manager.create_index(index("translation_queue", &["at"])).await
}
