//! Tests of persons, sessions, systems and sign-in.

mod codes;
mod named_client;
mod oidc;
mod personas;
mod policy;
mod profile;
mod recognise;
mod representatives;
mod sessions;
mod staff;
mod systems;

use crate::{Demonstration, Identified, PersonalCode, install_personas};
use kernel::{Caller, LangText, PersonId};
use test_support::TestDb;

/// A database with the reference institutions and the demonstration's personas.
async fn with_personas() -> (TestDb, Demonstration) {
    let db = TestDb::sqlite().await;
    let demo = install(&db).await;
    (db, demo)
}

/// Installs the reference institutions and the personas.
async fn install(db: &TestDb) -> Demonstration {
    let demo = Demonstration::load().unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    let log_holder = LangText::new("", "Municipality of Molendrecht (imported sample log)");
    institutions::ensure_sample(&mut tx, log_holder).await.unwrap();
    install_personas(&mut tx, &demo).await.unwrap();
    tx.commit().await.unwrap();
    demo
}

/// The id of a persona.
fn id_of(demo: &Demonstration, key: &str) -> PersonId {
    demo.persona(key).unwrap().id
}

/// An invented person with these codes.
fn told(codes: &[&str]) -> Identified {
    Identified {
        codes: codes.iter().map(|code| PersonalCode::parse(code).unwrap()).collect(),
        given_name: "Aivars".into(),
        family_name: "Paraugs".into(),
        birth_date: None,
        email: None,
    }
}
