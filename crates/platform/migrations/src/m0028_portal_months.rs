//! What the portal is used for, month by month: counts of all services together, searches, answers (POR-07).

use crate::columns::{big, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(indicator_months()).await?;
        manager.create_table(search_months()).await?;
        manager.create_table(article_months()).await?;
        let conn = manager.get_connection();
        for sql in [COUNTED, SEARCHED, ANSWERED] {
            conn.execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// The counts of all services and holders together: of a month (`2026-11`), of one measure, in one dimension of it.
fn indicator_months() -> TableCreateStatement {
    Table::create()
        .table("indicator_months")
        .col(text("month"))
        .col(text("measure"))
        .col(text("dimension"))
        .col(big("value"))
        .primary_key(Index::create().col("month").col("measure").col("dimension"))
        .take()
}

/// Searches of a month, those of them that found nothing, and answers to "did you find what you were looking for".
fn search_months() -> TableCreateStatement {
    Table::create()
        .table("search_months")
        .col(text("month").primary_key())
        .col(big("searches"))
        .col(big("empty"))
        .col(big("found"))
        .col(big("missed"))
        .take()
}

/// Answers of a month to "was this helpful". Those of before have no day and stand with their articles alone.
fn article_months() -> TableCreateStatement {
    Table::create()
        .table("article_months")
        .col(text("month").primary_key())
        .col(big("helpful"))
        .col(big("unhelpful"))
        .take()
}

const COUNTED: &str = "INSERT INTO indicator_months (month, measure, dimension, value) \
    SELECT month, measure, dimension, CAST(SUM(value) AS BIGINT) FROM indicator_cells \
    GROUP BY month, measure, dimension";

/// Days are texts on one database and days on the other; as texts they begin alike.
const SEARCHED: &str = "INSERT INTO search_months (month, searches, empty, found, missed) \
    SELECT substr(CAST(\"day\" AS TEXT), 1, 7), CAST(SUM(searches) AS BIGINT), CAST(SUM(\"empty\") AS BIGINT), 0, 0 \
    FROM search_queries GROUP BY substr(CAST(\"day\" AS TEXT), 1, 7)";

const ANSWERED: &str = "UPDATE search_months SET \
    found = (SELECT COUNT(*) FROM search_feedback WHERE search_feedback.found \
      AND substr(CAST(search_feedback.\"at\" AS TEXT), 1, 7) = search_months.month), \
    missed = (SELECT COUNT(*) FROM search_feedback WHERE NOT search_feedback.found \
      AND substr(CAST(search_feedback.\"at\" AS TEXT), 1, 7) = search_months.month)";
