//! Life situations.
mod checking;
mod content;
mod coordinating;
mod correcting;
mod editing;
mod policy;
mod postgres;
mod publishing;
mod services;
mod unified;

use super::{contact, fill, institution};
use crate::{
    CreateSituation, PublishSituation, SituationBranch, SituationStep, SituationText, create_situation,
    install_life_situations, publish_situation,
};
use kernel::{Caller, LangText, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

/// The test database with the life situations that come with the program.
async fn house() -> TestDb {
    TestDb::filled("life-situations", fill_situations).await
}

async fn fill_situations(db: &TestDb) {
    fill(db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn platform(db: &TestDb) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::PlatformAdministrator, institution(db, "VDAA").await)
}

fn both(text: &str) -> LangText {
    LangText::new(text, format!("{text} (en)"))
}

/// A complete text with one step for each list of services.
fn text(title: &str, steps: &[&[&str]]) -> SituationText {
    let step = |codes: &&[&str]| SituationStep {
        title: both("Dariet"),
        text: both("Tā"),
        services: codes.iter().map(|code| (*code).to_owned()).collect(),
        institution: None,
    };
    SituationText {
        title: both(title),
        summary: both("Īsi"),
        steps: steps.iter().map(step).collect(),
        ..SituationText::default()
    }
}

/// A situation of VSAA that is not there yet.
async fn new(db: &TestDb, slug: &str, steps: &[&[&str]]) -> CreateSituation {
    CreateSituation {
        id: None,
        slug: slug.into(),
        branch: SituationBranch::Residents,
        responsible: institution(db, "VSAA").await,
        place: 500,
        text: text("Jauna situācija", steps),
    }
}

/// The contact person of the institution that coordinates what is written for residents.
async fn coordinator(db: &TestDb) -> Caller {
    contact(db, "VDAA").await
}

/// The coordinator begins and publishes a situation of VSAA.
async fn published(db: &TestDb, slug: &str, steps: &[&[&str]]) {
    let input = new(db, slug, steps).await;
    let mut tx = db.writing(&coordinator(db).await).await;
    create_situation(&mut tx, input).await.unwrap();
    let publish = PublishSituation { slug: slug.into(), revision: 1, note: "Pirmā".into() };
    publish_situation(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
}
