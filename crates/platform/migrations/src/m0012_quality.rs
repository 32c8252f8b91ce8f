//! Tables of quality control: scores of descriptions, their links, quarterly checks.

use crate::columns::{at, big, date, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_quality()).await?;
        manager.create_index(index("service_quality", &["holder", "live", "score", "number"])).await?;
        manager.create_index(index("service_quality", &["name_key", "number"])).await?;
        manager.create_table(service_findings()).await?;
        manager.create_index(index("service_findings", &["holder", "rule", "score", "number"])).await?;
        manager.create_table(quality_holders()).await?;
        manager.create_table(quality_days()).await?;
        manager.create_table(links()).await?;
        manager.create_index(unique("links", &["url"])).await?;
        manager.create_index(index("links", &["next_check_at"])).await?;
        manager.create_table(service_links()).await?;
        manager.create_index(index("service_links", &["link", "service"])).await?;
        manager.create_table(service_checks()).await?;
        manager.create_index(index("service_checks", &["holder", "quarter", "done", "number"])).await?;
        manager.create_table(check_holders()).await?;
        manager.create_index(index("check_holders", &["quarter", "holder"])).await?;
        manager.create_table(check_reminders()).await?;
        manager.create_table(check_quarters()).await
    }
}

fn key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut primary = Index::create();
    for column in columns {
        primary.col(*column);
    }
    primary
}

/// What the rules found in the present description of a service; kept by a reader of the log.
fn service_quality() -> TableCreateStatement {
    Table::create()
        .table("service_quality")
        .col(uuid("service").primary_key())
        .col(big("number"))
        .col(uuid("holder"))
        .col(text("state"))
        // Not closed: counted and listed.
        .col(flag("live"))
        .col(int("version"))
        .col(int("score"))
        .col(int("blocking"))
        .col(int("warning"))
        .col(int("hinting"))
        .col(int("dead_links"))
        .col(flag("english_missing"))
        .col(text("name_key"))
        .col(text("findings"))
        .col(at("at"))
        .take()
}

/// One row a service and rule that found something in it, for lists by rule.
fn service_findings() -> TableCreateStatement {
    Table::create()
        .table("service_findings")
        .col(uuid("service"))
        .col(text("rule"))
        .col(uuid("holder"))
        .col(int("score"))
        .col(big("number"))
        .primary_key(&mut key(&["service", "rule"]))
        .take()
}

/// The sums over the services of a holder.
fn quality_holders() -> TableCreateStatement {
    Table::create()
        .table("quality_holders")
        .col(uuid("holder").primary_key())
        .col(big("services"))
        .col(big("open"))
        .col(big("drafts"))
        .col(big("score_sum"))
        .col(big("blocking"))
        .col(big("warning"))
        .col(big("dead_links"))
        .col(big("english_missing"))
        .take()
}

/// The same sums at the end of a day.
fn quality_days() -> TableCreateStatement {
    Table::create()
        .table("quality_days")
        .col(uuid("holder"))
        .col(date("day"))
        .col(big("services"))
        .col(big("score_sum"))
        .col(big("blocking"))
        .col(big("warning"))
        .primary_key(&mut key(&["holder", "day"]))
        .take()
}

/// An address that a description names, and whether it can be reached.
fn links() -> TableCreateStatement {
    Table::create()
        .table("links")
        .col(uuid("id").primary_key())
        .col(text("url"))
        .col(text("state"))
        .col(optional(int("last_status")))
        .col(optional(at("checked_at")))
        .col(int("failures"))
        .col(optional(date("failed_on")))
        .col(at("next_check_at"))
        // How far the change of its state was carried to the services that name it.
        .col(optional(uuid("spread_after")))
        .take()
}

/// Which description names it, and where.
fn service_links() -> TableCreateStatement {
    Table::create()
        .table("service_links")
        .col(uuid("service"))
        .col(text("path"))
        .col(uuid("link"))
        .primary_key(&mut key(&["service", "path"]))
        .take()
}

/// The quarterly check of a service: to be done, or confirmed by whom.
fn service_checks() -> TableCreateStatement {
    Table::create()
        .table("service_checks")
        .col(uuid("service"))
        .col(text("quarter"))
        .col(uuid("holder"))
        .col(big("number"))
        .col(date("due_on"))
        .col(at("made_at"))
        .col(flag("done"))
        .col(optional(at("confirmed_at")))
        .col(optional(uuid("confirmed_by")))
        .col(optional(int("version")))
        .col(flag("corrected"))
        .primary_key(&mut key(&["service", "quarter"]))
        .take()
}

/// How many checks a holder has in a quarter, and how many are open.
fn check_holders() -> TableCreateStatement {
    Table::create()
        .table("check_holders")
        .col(uuid("holder"))
        .col(text("quarter"))
        .col(date("due_on"))
        .col(big("tasks"))
        .col(big("open"))
        .primary_key(&mut key(&["holder", "quarter"]))
        .take()
}

/// That a holder was reminded so many working days before the day.
fn check_reminders() -> TableCreateStatement {
    Table::create()
        .table("check_reminders")
        .col(uuid("holder"))
        .col(text("quarter"))
        .col(int("days"))
        .col(big("open"))
        .col(at("at"))
        .primary_key(&mut key(&["holder", "quarter", "days"]))
        .take()
}

/// How far the checks of a quarter are made.
fn check_quarters() -> TableCreateStatement {
    Table::create()
        .table("check_quarters")
        .col(text("quarter").primary_key())
        .col(big("made_through"))
        .col(flag("complete"))
        .take()
}
