//! Company management decides who acts for the company, and for which services.

use super::{id_of, install, told, with_personas};
use crate::{
    AddRepresentative, AssignServices, Demonstration, Ground, MOST_SERVICES, MOST_SOUGHT_AN_HOUR, ProfileChoice,
    REPRESENTATION_CHANGED, REPRESENTATION_ENDED, REPRESENTATION_GIVEN, REPRESENTATIVE_SOUGHT, RegistrationNumber,
    add_representative, allow_representation, assign_services, bearer_by_token, end_representation, end_representative,
    ensure_organisation, issue_persona_token, manages_company, persona_caller, persona_sign_in, profiles_of, recognise,
    representative, representatives, seek_representative, session_by_token, switch_profile,
};
use chrono::TimeDelta;
use kernel::{Caller, Error, ErrorKind, OrganisationId, PageRequest, Party, Remit, RepresentationId, Result};
use storage::{Stream, Write, events_of_stream};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

async fn caller(db: &TestDb, demo: &Demonstration, key: &str) -> Caller {
    persona_caller(&db.reading(&Caller::engine()).await, demo, key).await.unwrap()
}

/// One unit of work of a caller, committed when it succeeds.
async fn write<T>(db: &TestDb, caller: &Caller, work: impl AsyncFnOnce(&mut Write) -> Result<T>) -> Result<T> {
    let mut tx = db.writing(caller).await;
    let value = work(&mut tx).await?;
    tx.commit().await?;
    Ok(value)
}

fn janis() -> AddRepresentative {
    AddRepresentative { code: "328000-00022".to_owned(), family_name: " ozols ".to_owned() }
}

fn firm(caller: &Caller) -> OrganisationId {
    let Some(Party::Organisation(id)) = caller.party else { panic!("no company") };
    id
}

/// What is wrong, field by field.
fn fields(error: &Error) -> Vec<(&str, &str)> {
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

async fn management_lets_in_assigns_and_ends_on(db: &TestDb) {
    let demo = install(db).await;
    let liga = caller(db, &demo, "company").await;
    assert!(manages_company(&liga));
    // Jānis is signed in for himself; a session of his knows of the company at the next look, nobody signs in anew.
    let mut tx = db.writing(&Caller::engine()).await;
    let session = persona_sign_in(&mut tx, &demo, "resident2").await.unwrap();
    tx.commit().await.unwrap();
    let id = write(db, &liga, async |tx| add_representative(tx, janis()).await).await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let profiles = profiles_of(&tx, id_of(&demo, "resident2")).await.unwrap();
    assert_eq!((profiles.len(), &profiles[1].remit), (2, &Remit::parse("")), "no service before one is assigned");
    drop(tx);
    let choice = ProfileChoice::Organisation(firm(&liga));
    let mut tx = db.writing(&Caller::engine()).await;
    let token = switch_profile(&mut tx, session.reveal(), choice).await.unwrap();
    tx.commit().await.unwrap();
    let acting = async || session_by_token(&db.reading(&Caller::anonymous()).await, token.reveal()).await.unwrap();
    assert!(!acting().await.unwrap().caller.may_use("1004"));

    let input = AssignServices { id, remit: Remit::parse("1004 1007"), revision: 1 };
    assert_eq!(write(db, &liga, async |tx| assign_services(tx, input).await).await.unwrap(), 2);
    let now = acting().await.unwrap().caller;
    assert!(now.may_use("1004") && now.may_use("1007") && !now.may_use("1001"), "at the next request");
    assert!(!manages_company(&now), "who is authorised does not manage");
    let stale = AssignServices { id, remit: Remit::All, revision: 1 };
    let stale = write(db, &liga, async |tx| assign_services(tx, stale).await).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "changed-meanwhile"));
    let input = AssignServices { id, remit: Remit::All, revision: 2 };
    write(db, &liga, async |tx| assign_services(tx, input).await).await.unwrap();
    assert!(acting().await.unwrap().caller.may_use("1001"));

    let shown = representative(&db.reading(&liga).await, id).await.unwrap();
    assert_eq!((shown.name.as_str(), shown.code.as_deref()), ("Jānis Ozols", Some("32••••-•••22")));
    assert_eq!((shown.ground, shown.revision, shown.me), (Ground::Authorised, 3, false));
    write(db, &liga, async |tx| end_representative(tx, id, 3).await).await.unwrap();
    assert_eq!(acting().await, None, "the next request finds it ended");
    let tx = db.reading(&liga).await;
    assert_eq!(representative(&tx, id).await.unwrap_err().key(), "representation");
    let events = events_of_stream(&tx, &Stream::new("representation", id.uuid()), 0, 10).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    let changed = REPRESENTATION_CHANGED;
    assert_eq!(kinds, [REPRESENTATION_GIVEN, changed, changed, REPRESENTATION_ENDED]);
    assert_eq!(events[1].data["services"], "1004 1007");
    assert_eq!(events[1].actor.person, liga.person);
    let told = serde_json::to_string(&events[0].data).unwrap();
    assert!(!told.contains("328000") && !told.contains("Ozols"), "ids and facts only: {told}");
    drop(tx);
    let again = write(db, &liga, async |tx| add_representative(tx, janis()).await).await.unwrap();
    assert_ne!(again, id, "who was let go can come back");
}

// req: POR-10, ACC-07, ACC-08
#[tokio::test]
async fn management_lets_people_in_assigns_services_and_ends_it() {
    management_lets_in_assigns_and_ends_on(&TestDb::sqlite().await).await;
}

// req: POR-10, ACC-07, ACC-08
#[tokio::test]
async fn management_lets_people_in_assigns_services_and_ends_it_on_postgresql() {
    let cluster = TestPostgres::start();
    management_lets_in_assigns_and_ends_on(&TestDb::postgres(&cluster).await).await;
}

// req: POR-10
#[tokio::test]
async fn whom_management_lets_in_is_known_by_code_and_name_and_nothing_more_is_told() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let add = async |code: &str, family_name: &str| {
        let input = AddRepresentative { code: code.to_owned(), family_name: family_name.to_owned() };
        write(&db, &liga, async |tx| add_representative(tx, input).await).await.unwrap_err()
    };
    assert_eq!(fields(&add("1", "").await), [("code", "personal-code-length"), ("family_name", "representative-name")]);
    assert_eq!(fields(&add("328000-00022", "  ").await), [("family_name", "representative-name")]);
    // A known code with another name and a code that nobody has are the same to the reader.
    let another = add("328000-00022", "Bērziņa").await;
    let nobody = add("328000-00992", "Ozols").await;
    assert_eq!(fields(&another), [("code", "representative-unknown")]);
    assert_eq!(fields(&another), fields(&nobody));
    assert_eq!(fields(&add("328000-00030", "Krūmiņa").await), [("code", "representative-known")], "herself");
    assert_eq!(fields(&add("328000-00048", "apse").await), [("code", "representative-known")]);
    assert_eq!(format!("{:?}", janis()), "AddRepresentative(…)", "no personal data in logs");
}

// req: POR-10
#[tokio::test]
async fn nobody_but_the_management_of_the_company_sees_or_changes_its_representatives() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let list = representatives(&db.reading(&liga).await, &PageRequest::first(10)).await.unwrap().items;
    let edgars = list.iter().find(|one| one.name == "Edgars Apse").unwrap();
    for key in ["resident", "employee", "officer", "administrator", "platform", "auditor"] {
        let caller = caller(&db, &demo, key).await;
        assert!(!manages_company(&caller), "{key}");
        let tx = db.reading(&caller).await;
        let refused = [
            representatives(&tx, &PageRequest::first(10)).await.unwrap_err(),
            representative(&tx, edgars.id).await.unwrap_err(),
        ];
        drop(tx);
        let input = AssignServices { id: edgars.id, remit: Remit::All, revision: edgars.revision };
        let acts = [
            write(&db, &caller, async |tx| add_representative(tx, janis()).await.map(drop)).await.unwrap_err(),
            write(&db, &caller, async |tx| assign_services(tx, input).await.map(drop)).await.unwrap_err(),
            write(&db, &caller, async |tx| end_representative(tx, edgars.id, 1).await).await.unwrap_err(),
        ];
        for error in refused.iter().chain(&acts) {
            assert_eq!((error.kind(), error.key()), (ErrorKind::Forbidden, "company-management-only"), "{key}");
        }
    }
    let visitor = representatives(&db.reading(&Caller::anonymous()).await, &PageRequest::first(1)).await;
    assert_eq!(visitor.unwrap_err().kind(), ErrorKind::Unauthenticated);
}

// req: POR-10
#[tokio::test]
async fn a_right_of_another_company_looks_missing_and_that_of_management_is_not_changed_here() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let mut tx = db.writing(&Caller::engine()).await;
    let number = RegistrationNumber::parse("49999999015").unwrap();
    let other = ensure_organisation(&mut tx, &number, "SIA „Zaļais pakalns”").await.unwrap();
    let foreign = allow_representation(&mut tx, id_of(&demo, "resident"), other, Ground::Authorised).await.unwrap();
    tx.commit().await.unwrap();
    let missing = RepresentationId::new(Uuid::from_u128(1));
    for id in [foreign, missing] {
        let read = representative(&db.reading(&liga).await, id).await.unwrap_err();
        let input = AssignServices { id, remit: Remit::All, revision: 1 };
        let assign = write(&db, &liga, async |tx| assign_services(tx, input).await).await.unwrap_err();
        let ended = write(&db, &liga, async |tx| end_representative(tx, id, 1).await).await.unwrap_err();
        for error in [read, assign, ended] {
            assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "representation"));
        }
    }
    let tx = db.reading(&liga).await;
    let first = representatives(&tx, &PageRequest::first(1)).await.unwrap();
    let second = representatives(&tx, &PageRequest::new(1, first.next.clone())).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (1, 1, None), "two people act for the company");
    let own = first.items.into_iter().chain(second.items).find(|one| one.me).unwrap();
    assert_eq!((own.ground, &own.remit), (Ground::BoardMember, &Remit::All));
    drop(tx);
    let ended = write(&db, &liga, async |tx| end_representative(tx, own.id, own.revision).await).await.unwrap_err();
    assert_eq!((ended.kind(), ended.key()), (ErrorKind::Conflict, "representation-of-management"));
}

// req: POR-10
#[tokio::test]
async fn so_many_services_are_assigned_and_only_what_can_be_a_code() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let id = write(&db, &liga, async |tx| add_representative(tx, janis()).await).await.unwrap();
    let assign = async |remit: Remit| {
        let input = AssignServices { id, remit, revision: 1 };
        write(&db, &liga, async |tx| assign_services(tx, input).await).await
    };
    let many = assign(Remit::only((0..=MOST_SERVICES).map(|n| n.to_string()))).await.unwrap_err();
    assert_eq!((many.kind(), many.key()), (ErrorKind::Invalid, "representative-services-many"));
    for code in ["", "10 04", "all", "all\n", &"9".repeat(41)] {
        let error = assign(Remit::only([code.to_owned()])).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "service"), "{code:?}");
    }
    assert_eq!(assign(Remit::only((0..MOST_SERVICES).map(|n| n.to_string()))).await.unwrap(), 2);
}

// req: POR-10, AUT-01
#[tokio::test]
async fn a_token_follows_what_is_assigned_and_ends_with_the_right() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let mut tx = db.writing(&Caller::engine()).await;
    let token = issue_persona_token(&mut tx, &demo, "employee").await.unwrap().access_token;
    tx.commit().await.unwrap();
    let bearer = async || bearer_by_token(&db.reading(&Caller::anonymous()).await, token.reveal()).await.unwrap();
    let before = bearer().await.unwrap().caller;
    assert!(before.may_use("1004") && !before.may_use("1007"));
    let list = representatives(&db.reading(&liga).await, &PageRequest::first(10)).await.unwrap().items;
    let edgars = list.iter().find(|one| !one.me).unwrap();
    let input = AssignServices { id: edgars.id, remit: Remit::parse("1007"), revision: edgars.revision };
    write(&db, &liga, async |tx| assign_services(tx, input).await).await.unwrap();
    let after = bearer().await.unwrap().caller;
    assert!(after.may_use("1007") && !after.may_use("1004"));
    let mut tx = db.writing(&Caller::engine()).await;
    end_representation(&mut tx, id_of(&demo, "employee"), firm(&liga)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(bearer().await, None);
}

// req: POR-10
#[tokio::test]
async fn who_comes_to_manage_the_company_may_do_everything_whatever_was_assigned_before() {
    let (db, demo) = with_personas().await;
    let liga = caller(&db, &demo, "company").await;
    let mut tx = db.writing(&Caller::engine()).await;
    let new = recognise(&mut tx, &told(&["328000-00915"])).await.unwrap();
    tx.commit().await.unwrap();
    let input = AddRepresentative { code: "328000-00915".to_owned(), family_name: "PARAUGS".to_owned() };
    write(&db, &liga, async |tx| add_representative(tx, input).await).await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    allow_representation(&mut tx, new, firm(&liga), Ground::Procurator).await.unwrap();
    tx.commit().await.unwrap();
    let profiles = profiles_of(&db.reading(&Caller::engine()).await, new).await.unwrap();
    assert_eq!(profiles.len(), 2, "the company stands in the list once");
    assert_eq!((profiles[1].ground, &profiles[1].remit), (Some(Ground::Procurator), &Remit::All));
}

async fn codes_are_not_found_by_trying_on(db: &TestDb) {
    let demo = install(db).await;
    let liga = caller(db, &demo, "company").await;
    let seek = async |caller: &Caller| write(db, caller, async |tx| seek_representative(tx).await).await;
    for _ in 0..MOST_SOUGHT_AN_HOUR {
        seek(&liga).await.unwrap();
    }
    db.test_clock().advance(TimeDelta::minutes(59));
    for _ in 0..2 {
        let refused = seek(&liga).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::RateLimited, "representative-too-many"));
    }
    // Who was refused waits no longer for having tried.
    db.test_clock().advance(TimeDelta::minutes(1));
    seek(&liga).await.unwrap();
    let resident = caller(db, &demo, "resident").await;
    assert_eq!(seek(&resident).await.unwrap_err().key(), "company-management-only");
    let stream = Stream::new("representative_search", firm(&liga).uuid());
    let told = events_of_stream(&db.reading(&liga).await, &stream, 0, 100).await.unwrap();
    assert_eq!(told.len(), usize::try_from(MOST_SOUGHT_AN_HOUR).unwrap() + 1);
    assert!(told.iter().all(|event| event.kind == REPRESENTATIVE_SOUGHT && event.actor.person == liga.person));
}

// req: POR-10
#[tokio::test]
async fn codes_are_not_found_by_trying() {
    codes_are_not_found_by_trying_on(&TestDb::sqlite().await).await;
}

// req: POR-10
#[tokio::test]
async fn codes_are_not_found_by_trying_on_postgresql() {
    let cluster = TestPostgres::start();
    codes_are_not_found_by_trying_on(&TestDb::postgres(&cluster).await).await;
}
