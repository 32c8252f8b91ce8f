//! What holders of services tell those who provide them, and who has read it (CAT-32); how many reported mistakes each
//! institution dealt with, and how many of them late (POR-03).

use crate::columns::{at, big, date, index, optional, text, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(service_instructions()).await?;
        manager.create_index(index("service_instructions", &["service", "ended_on"])).await?;
        manager.create_table(instruction_reads()).await?;
        manager.create_table(correction_holders()).await?;
        manager.get_connection().execute_unprepared(CORRECTIONS_SO_FAR).await?;
        Ok(())
    }
}

/// Reports that were dealt with before anybody counted them.
const CORRECTIONS_SO_FAR: &str = "INSERT INTO correction_holders (responsible, ended, ended_late) SELECT responsible, \
    COUNT(*), SUM(CASE WHEN resolved_at > due_at THEN 1 ELSE 0 END) FROM situation_corrections \
    WHERE state IN ('corrected', 'refused') GROUP BY responsible";

/// Instructions of a holder, each with its own words: another text is another instruction, which replaces it.
fn service_instructions() -> TableCreateStatement {
    Table::create()
        .table("service_instructions")
        .col(uuid("id").primary_key())
        .col(uuid("service"))
        .col(text("text_lv"))
        .col(text("text_en"))
        .col(date("valid_from"))
        .col(optional(uuid("replaces")))
        .col(optional(uuid("author")))
        .col(at("issued_at"))
        // The first day on which it does not hold any more.
        .col(optional(date("ended_on")))
        .col(optional(at("ended_at")))
        .col(optional(uuid("ended_by")))
        .col(optional(uuid("replaced_by")))
        .take()
}

/// Who of which provider has read an instruction.
fn instruction_reads() -> TableCreateStatement {
    Table::create()
        .table("instruction_reads")
        .col(uuid("instruction"))
        .col(uuid("institution"))
        .col(uuid("person"))
        .col(at("read_at"))
        .primary_key(Index::create().col("instruction").col("institution").col("person"))
        .take()
}

/// Reported mistakes that an institution dealt with, in sum.
fn correction_holders() -> TableCreateStatement {
    Table::create()
        .table("correction_holders")
        .col(uuid("responsible").primary_key())
        .col(big("ended"))
        .col(big("ended_late"))
        .take()
}
