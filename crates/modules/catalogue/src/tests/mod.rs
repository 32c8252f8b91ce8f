//! Tests of the module: each opens a migrated database of its own.
mod categories;
mod comparing;
mod content;
mod editing;
mod evidence;
mod fees;
mod finding;
mod importing;
mod joint;
mod links;
mod lists;
mod open;
mod policy;
mod postgres;
mod quality;
mod second_writer;
mod shown_institutions;
mod situations;
mod templates;
mod versions;
mod viewing;
mod ways;
mod working;

use crate::{
    Description, FormChoice, QualityContext, RegisterService, Service, Severity, findings, install_pilot_register,
};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::sync::Arc;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// A database with the reference institutions and the pilot services.
async fn db() -> TestDb {
    TestDb::filled("pilot-services", fill).await
}

/// The same on PostgreSQL.
async fn db_on(cluster: &TestPostgres) -> TestDb {
    let db = TestDb::postgres(cluster).await;
    fill(&db).await;
    db
}

async fn fill(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Where something keeps a description from being published.
fn blocking(description: &Description) -> Vec<String> {
    let found = findings(description, &QualityContext::default());
    found.into_iter().filter(|finding| finding.severity == Severity::Blocks).map(|finding| finding.path).collect()
}

/// The id of an institution.
async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

/// The contact person of an institution.
async fn contact(db: &TestDb, code: &str) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, institution(db, code).await)
}

/// A pilot service by its label.
async fn pilot(db: &TestDb, label: &str) -> Arc<Service> {
    let tx = db.reading(&Caller::engine()).await;
    for code in 1001..1017 {
        let service = crate::service(&tx, &code.to_string()).await.unwrap();
        if service.pilot.as_deref() == Some(label) {
            return service;
        }
    }
    panic!("no {label}");
}

/// A registration like P.11's, under another name and without a form.
async fn registration(db: &TestDb) -> RegisterService {
    let model = pilot(db, "P.11").await;
    let mut description = (*model.description).clone();
    description.form = FormChoice::default();
    description.name = kernel::LangText::new("Jauns pakalpojums", "New service");
    RegisterService { id: None, holder: model.holder, pilot: None, external_id: None, description }
}
