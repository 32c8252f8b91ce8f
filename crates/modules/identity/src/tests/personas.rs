//! The invented persons of the demonstration.

use super::{id_of, install, with_personas};
use crate::{bearer_by_token, install_personas, issue_persona_token, persona_sign_in, profiles_of, session_by_token};
use kernel::{Caller, ErrorKind, Party, Role};
use test_support::{TestDb, TestPostgres};

const KEYS: [(&str, Role); 12] = [
    ("resident", Role::Client),
    ("resident2", Role::Client),
    ("company", Role::Client),
    ("employee", Role::Client),
    ("specialist", Role::Specialist),
    ("officer", Role::Officer),
    ("officer-nva", Role::Officer),
    ("officer-log", Role::Officer),
    ("contact", Role::ContactPerson),
    ("administrator", Role::InstitutionAdministrator),
    ("auditor", Role::Auditor),
    ("platform", Role::PlatformAdministrator),
];

async fn every_persona_acts_on(db: &TestDb) {
    let demo = install(db).await;
    assert_eq!(demo.personas().len(), KEYS.len());
    for (key, role) in KEYS {
        let mut tx = db.writing(&Caller::engine()).await;
        let session = persona_sign_in(&mut tx, &demo, key).await.unwrap();
        let token = issue_persona_token(&mut tx, &demo, key).await.unwrap();
        tx.commit().await.unwrap();
        let tx = db.reading(&Caller::anonymous()).await;
        let session = session_by_token(&tx, session.reveal()).await.unwrap().unwrap();
        let bearer = bearer_by_token(&tx, token.access_token.reveal()).await.unwrap().unwrap();
        assert_eq!(session.caller, bearer.caller, "{key}");
        assert_eq!((session.caller.role, session.caller.person), (role, Some(id_of(&demo, key))));
        assert_eq!(session.display_name, demo.persona(key).unwrap().display_name());
        assert!(bearer.scopes.is_empty());
        let acts_for_firm = matches!(session.caller.party, Some(Party::Organisation(_)));
        assert_eq!(acts_for_firm, ["company", "employee"].contains(&key));
        let limited = session.caller.remit.codes().map(|codes| codes.len());
        assert_eq!(limited, (key == "employee").then_some(2), "{key}");
    }
}

// req: ACC-02, POR-10
#[tokio::test]
async fn every_persona_acts_in_its_capacity() {
    every_persona_acts_on(&TestDb::sqlite().await).await;
}

// req: ACC-02
#[tokio::test]
async fn every_persona_acts_in_its_capacity_on_postgresql() {
    let cluster = TestPostgres::start();
    every_persona_acts_on(&TestDb::postgres(&cluster).await).await;
}

#[tokio::test]
async fn installing_again_changes_nothing() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let before = crate::person(&tx, id_of(&demo, "resident")).await.unwrap();
    install_personas(&mut tx, &demo).await.unwrap();
    assert!(crate::person(&tx, id_of(&demo, "resident")).await.unwrap() == before);
    assert_eq!(profiles_of(&tx, id_of(&demo, "officer")).await.unwrap().len(), 2);
    let platform = profiles_of(&tx, id_of(&demo, "platform")).await.unwrap();
    let roles: Vec<Role> = platform.iter().map(|profile| profile.role).collect();
    assert_eq!(roles, [Role::Client, Role::PlatformAdministrator, Role::ContactPerson]);
    assert_eq!(persona_sign_in(&mut tx, &demo, "nobody").await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_door_cannot_act_as_a_persona_for_a_visitor() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert!(persona_sign_in(&mut tx, &demo, "resident").await.is_err());
    assert!(issue_persona_token(&mut tx, &demo, "resident").await.is_err());
}
