#![doc = include_str!("../README.md")]

mod columns;
mod m0001_spine;
mod m0002_institutions;
mod m0003_identity;
mod m0004_catalogue;
mod m0005_forms;
mod m0006_documents;
mod m0007_cases;
mod m0008_indicators;
mod m0009_exchange;
mod m0010_versions;
mod m0011_search;
mod m0012_quality;
mod m0013_editing;
mod m0014_open;
mod m0015_templates;
mod m0016_content;
mod m0017_norms;
mod m0018_enquiries;
mod m0019_mentions;
mod m0020_last_days;
mod m0021_acts;
mod m0022_coordination;
mod m0023_representatives;
mod m0024_staff_words;
mod m0025_branches;
mod m0026_staff_names;
mod m0027_instructions;
mod m0028_portal_months;
mod m0029_institutions;
mod m0030_idempotency_age;
mod m0031_desk_by_service;
mod m0032_last_confirmed;
mod m0033_page_answers;
mod m0034_case_intakes;
mod m0035_template_plans;
mod m0036_delivered_desk;

use kernel::{Error, Result};
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait, sea_orm::DatabaseConnection};

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_spine::Migration),
            Box::new(m0002_institutions::Migration),
            Box::new(m0003_identity::Migration),
            Box::new(m0004_catalogue::Migration),
            Box::new(m0005_forms::Migration),
            Box::new(m0006_documents::Migration),
            Box::new(m0007_cases::Migration),
            Box::new(m0008_indicators::Migration),
            Box::new(m0009_exchange::Migration),
            Box::new(m0010_versions::Migration),
            Box::new(m0011_search::Migration),
            Box::new(m0012_quality::Migration),
            Box::new(m0013_editing::Migration),
            Box::new(m0014_open::Migration),
            Box::new(m0015_templates::Migration),
            Box::new(m0016_content::Migration),
            Box::new(m0017_norms::Migration),
            Box::new(m0018_enquiries::Migration),
            Box::new(m0019_mentions::Migration),
            Box::new(m0020_last_days::Migration),
            Box::new(m0021_acts::Migration),
            Box::new(m0022_coordination::Migration),
            Box::new(m0023_representatives::Migration),
            Box::new(m0024_staff_words::Migration),
            Box::new(m0025_branches::Migration),
            Box::new(m0026_staff_names::Migration),
            Box::new(m0027_instructions::Migration),
            Box::new(m0028_portal_months::Migration),
            Box::new(m0029_institutions::Migration),
            Box::new(m0030_idempotency_age::Migration),
            Box::new(m0031_desk_by_service::Migration),
            Box::new(m0032_last_confirmed::Migration),
            Box::new(m0033_page_answers::Migration),
            Box::new(m0034_case_intakes::Migration),
            Box::new(m0035_template_plans::Migration),
            Box::new(m0036_delivered_desk::Migration),
        ]
    }
}

/// Brings the tables up to date; running it again changes nothing.
///
/// # Errors
/// Unavailable `migration-failed` when a step fails; on PostgreSQL and SQLite a failed step leaves nothing behind.
pub async fn up(conn: &DatabaseConnection) -> Result<()> {
    Migrator::up(conn, None).await.map_err(|error| Error::unavailable("migration-failed").source(error))
}

/// Names of the steps that have not run on this database, oldest first.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn pending(conn: &DatabaseConnection) -> Result<Vec<String>> {
    let pending = Migrator::get_pending_migrations_read_only(conn).await;
    let pending = pending.map_err(|error| Error::unavailable("migration-failed").source(error))?;
    Ok(pending.iter().map(|step| step.name().to_owned()).collect())
}

/// Names of all steps, oldest first.
#[must_use]
pub fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}
