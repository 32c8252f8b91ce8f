//! Who coordinates each branch of life situations, and services that somebody wants to be e-services.

use crate::columns::{at, big, index, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(situation_branches()).await?;
        manager.create_index(unique("situation_branches", &["branch"])).await?;
        let branch = text("branch").default("residents").take();
        manager.alter_table(Table::alter().table("situation_corrections").add_column(branch).take()).await?;
        manager.get_connection().execute_unprepared(BRANCHES_OF_CORRECTIONS).await?;
        manager.create_index(index("situation_corrections", &["branch", "state", "due_at", "id"])).await?;
        manager.create_table(eservice_nominations()).await?;
        manager.create_index(unique("eservice_nominations", &["institution", "standing_for"])).await?;
        manager.create_index(index("eservice_nominations", &["holder", "standing_for"])).await?;
        manager.create_index(index("eservice_nominations", &["service", "nominated_at"])).await?;
        manager.create_index(index("eservice_nominations", &["withdrawn_at", "id"])).await?;
        manager.create_index(index("eservice_nominations", &["holder", "withdrawn_at", "id"])).await
    }
}

/// What the platform says of a branch of life situations.
fn situation_branches() -> TableCreateStatement {
    Table::create()
        .table("situation_branches")
        .col(uuid("id").primary_key())
        .col(text("branch"))
        .col(optional(uuid("coordinator")))
        .col(big("revision"))
        .col(at("updated_at"))
        .take()
}

/// The coordinator of a branch reads the reports of that branch: a list of its own, in its own order.
const BRANCHES_OF_CORRECTIONS: &str = "UPDATE situation_corrections SET branch = COALESCE((SELECT \
    life_situations.branch FROM life_situations WHERE life_situations.id = situation_corrections.situation), branch)";

/// That an institution wants a service to become an e-service. `standing_for` is the code of the service while the
/// nomination stands, so that an institution has one for a service at most; withdrawn ones have none.
fn eservice_nominations() -> TableCreateStatement {
    Table::create()
        .table("eservice_nominations")
        .col(uuid("id").primary_key())
        .col(text("service"))
        .col(optional(text("standing_for")))
        .col(uuid("holder"))
        .col(uuid("institution"))
        .col(optional(uuid("person")))
        .col(text("criteria"))
        .col(text("reason"))
        .col(at("nominated_at"))
        .col(optional(at("withdrawn_at")))
        .col(optional(uuid("withdrawn_by")))
        .col(text("withdrawal"))
        .take()
}
