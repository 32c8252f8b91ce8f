//! Tables of `cases`.

use crate::columns::{at, big, flag, index, int, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(cases()).await?;
        manager.create_index(unique("cases", &["number"])).await?;
        manager.create_index(index("cases", &["handler", "desk", "due_at", "id"])).await?;
        manager.create_index(index("cases", &["handler", "desk", "assignee", "due_at", "id"])).await?;
        manager.create_index(index("cases", &["handler", "closed_at", "id"])).await?;
        manager.create_index(index("cases", &["client", "submitted_at", "id"])).await?;
        manager.create_table(case_answers()).await?;
        manager.create_table(case_requests()).await?;
        manager.create_index(index("case_requests", &["case_id", "asked_at"])).await?;
        manager.create_table(case_decisions()).await?;
        manager.create_table(case_feedback()).await?;
        manager.create_table(case_complaints()).await?;
        manager.create_index(index("case_complaints", &["case_id", "filed_at"])).await?;
        manager.create_table(consultations()).await?;
        manager.create_index(index("consultations", &["registered_by", "registered_at"])).await
    }
}

fn cases() -> TableCreateStatement {
    Table::create()
        .table("cases")
        .col(uuid("id").primary_key())
        .col(text("number"))
        .col(text("service"))
        .col(uuid("holder"))
        .col(uuid("handler"))
        .col(optional(text("unit")))
        .col(optional(text("client_kind")))
        .col(optional(uuid("client")))
        .col(optional(uuid("applicant")))
        .col(text("channel"))
        .col(optional(text("receipt_channel")))
        .col(text("state"))
        .col(text("desk"))
        .col(optional(text("outcome")))
        .col(optional(uuid("assignee")))
        .col(at("submitted_at"))
        .col(at("due_at"))
        .col(optional(int("remaining_days")))
        .col(optional(at("decided_at")))
        .col(optional(at("closed_at")))
        .col(flag("overdue"))
        .col(optional(text("form_key")))
        .col(optional(int("form_version")))
        .col(text("flags"))
        .col(big("revision"))
        .take()
}

fn case_answers() -> TableCreateStatement {
    Table::create()
        .table("case_answers")
        .col(uuid("case_id").primary_key())
        .col(text("answers"))
        .col(text("sources"))
        .take()
}

fn case_requests() -> TableCreateStatement {
    Table::create()
        .table("case_requests")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(text("question"))
        .col(at("asked_at"))
        .col(at("answer_due"))
        .col(optional(text("answer")))
        .col(optional(at("answered_at")))
        .take()
}

fn case_decisions() -> TableCreateStatement {
    Table::create()
        .table("case_decisions")
        .col(uuid("case_id").primary_key())
        .col(text("outcome"))
        .col(text("text"))
        .col(optional(uuid("document")))
        .col(at("decided_at"))
        .take()
}

fn case_feedback() -> TableCreateStatement {
    Table::create()
        .table("case_feedback")
        .col(uuid("case_id").primary_key())
        .col(int("rating"))
        .col(optional(text("comment")))
        .col(at("rated_at"))
        .take()
}

fn case_complaints() -> TableCreateStatement {
    Table::create()
        .table("case_complaints")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(text("text"))
        .col(at("filed_at"))
        .take()
}

fn consultations() -> TableCreateStatement {
    Table::create()
        .table("consultations")
        .col(uuid("id").primary_key())
        .col(uuid("institution"))
        .col(optional(uuid("registered_by")))
        .col(at("registered_at"))
        .col(text("service"))
        .col(uuid("holder"))
        .col(text("channel"))
        .col(text("outcome"))
        .col(optional(uuid("client")))
        .col(text("note"))
        .col(optional(at("undone_at")))
        .take()
}
