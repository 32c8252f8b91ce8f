//! The directory of those who work in institutions.

use super::{id_of, install};
use crate::staff_directory::MOST_READ;
use crate::store::staff_words;
use crate::{
    Demonstration, FindStaff, Identified, PersonalCode, StaffMember, StaffReader, find_staff, rebuild_staff, recognise,
};
use institutions::Membership;
use jobs::{Reader, run_reader};
use kernel::{
    ApiClientId, Caller, Cursor, ErrorKind, InstitutionId, MembershipId, Page, PageRequest, PersonId, Result, Role,
};
use std::collections::BTreeSet;
use std::sync::Arc;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

async fn read_log(db: &TestDb) {
    let reader: Arc<dyn Reader> = Arc::new(StaffReader);
    run_reader(db, &reader).await.unwrap();
}

/// The personas in a database whose log was read.
async fn listed(db: &TestDb) -> Demonstration {
    let demo = install(db).await;
    read_log(db).await;
    demo
}

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

/// An officer of another institution than those who are looked for.
async fn colleague(db: &TestDb, demo: &Demonstration) -> Caller {
    Caller::staff(id_of(demo, "officer-nva"), Role::Officer, institution(db, "NVA").await)
}

async fn ask(db: &TestDb, caller: &Caller, find: FindStaff) -> Result<Vec<StaffMember>> {
    Ok(find_staff(&db.reading(caller).await, &find, &PageRequest::first(20)).await?.items)
}

/// The names that are found, in their order.
async fn names(db: &TestDb, caller: &Caller, find: FindStaff) -> Vec<String> {
    ask(db, caller, find).await.unwrap().into_iter().map(|one| one.name).collect()
}

fn names_of(page: &Page<StaffMember>) -> Vec<&str> {
    page.items.iter().map(|one| one.name.as_str()).collect()
}

fn words(words: &str) -> FindStaff {
    FindStaff { words: words.to_owned(), ..FindStaff::default() }
}

async fn staff_are_found_on(db: &TestDb) {
    let demo = listed(db).await;
    let (who, vsaa) = (colleague(db, &demo).await, institution(db, "VSAA").await);
    for typed in ["Pēteris Liepa", "liepa", "liep pet", "PETERIS", "Liepa, Pēteris"] {
        let found = ask(db, &who, words(typed)).await.unwrap();
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Pēteris Liepa"], "{typed}");
        assert_eq!((found[0].institution, found[0].role, &found[0].unit), (vsaa, Role::Officer, &None));
    }
    // Clients are in no directory, and every word counts.
    for nobody in ["Anna Bērziņa", "ozols", "Pēteris Kļaviņš", "", "p", "%", "_iepa"] {
        assert!(ask(db, &who, words(nobody)).await.unwrap().is_empty(), "{nobody}");
    }
    let here = FindStaff { institution: Some(vsaa), ..FindStaff::default() };
    assert_eq!(names(db, &who, here.clone()).await, ["Dace Zariņa", "Māris Eglītis", "Pēteris Liepa"]);
    let contact = FindStaff { role: Some(Role::ContactPerson), ..here.clone() };
    assert_eq!(names(db, &who, contact).await, ["Dace Zariņa"]);
    let elsewhere = FindStaff { institution: Some(institution(db, "NVA").await), ..words("liepa") };
    assert!(ask(db, &who, elsewhere).await.unwrap().is_empty());
    let letter = FindStaff { words: "x".to_owned(), ..here };
    assert!(ask(db, &who, letter).await.unwrap().is_empty(), "a letter is no word, and not everybody either");
}

// req: POR-14
#[tokio::test]
async fn staff_are_found_by_name_role_and_institution() {
    staff_are_found_on(&TestDb::sqlite().await).await;
}

// req: POR-14
#[tokio::test]
async fn staff_are_found_by_name_role_and_institution_on_postgresql() {
    let cluster = TestPostgres::start();
    staff_are_found_on(&TestDb::postgres(&cluster).await).await;
}

// req: POR-14, AUT-01
#[tokio::test]
async fn only_staff_look_for_colleagues() {
    let db = TestDb::sqlite().await;
    let demo = listed(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let visitor = ask(&db, &Caller::anonymous(), words("liepa")).await.unwrap_err();
    assert_eq!(visitor.kind(), ErrorKind::Unauthenticated);
    let system = Caller::api_client(ApiClientId::new(Uuid::from_u128(1)), vsaa);
    for caller in [Caller::client(id_of(&demo, "resident")), system] {
        assert_eq!(ask(&db, &caller, words("liepa")).await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
}

async fn pages_follow_each_other_by_name_on(db: &TestDb) {
    let demo = listed(db).await;
    let (who, vsaa) = (colleague(db, &demo).await, institution(db, "VSAA").await);
    let find = FindStaff { institution: Some(vsaa), ..FindStaff::default() };
    let tx = db.reading(&who).await;
    let first = find_staff(&tx, &find, &PageRequest::first(2)).await.unwrap();
    let second = find_staff(&tx, &find, &PageRequest::new(2, first.next.clone())).await.unwrap();
    assert_eq!(names_of(&first), ["Dace Zariņa", "Māris Eglītis"]);
    assert_eq!((names_of(&second), second.next.is_none()), (vec!["Pēteris Liepa"], true));
    for foreign in [["cases", "1"].as_slice(), &["cases", "liepa", "1"], &["staff", "liepa", "1"]] {
        let foreign = PageRequest::new(2, Some(Cursor::from_parts(foreign)));
        assert_eq!(find_staff(&tx, &find, &foreign).await.unwrap_err().key(), "bad-cursor");
    }
    drop(tx);
    // Two roles of one name are on two pages, and on no page twice.
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::ensure_membership(&mut tx, id_of(&demo, "officer"), vsaa, Role::Specialist).await.unwrap();
    tx.commit().await.unwrap();
    read_log(db).await;
    let tx = db.reading(&who).await;
    let first = find_staff(&tx, &words("liepa pet"), &PageRequest::first(1)).await.unwrap();
    let second = find_staff(&tx, &words("liepa pet"), &PageRequest::new(1, first.next.clone())).await.unwrap();
    assert_ne!(first.items[0].role, second.items[0].role);
    assert_eq!((second.items.len(), second.next), (1, None));
}

// req: POR-14
#[tokio::test]
async fn pages_follow_each_other_by_name_and_cursors_of_other_lists_are_refused() {
    pages_follow_each_other_by_name_on(&TestDb::sqlite().await).await;
}

// req: POR-14
#[tokio::test]
async fn pages_follow_each_other_by_name_on_postgresql() {
    let cluster = TestPostgres::start();
    pages_follow_each_other_by_name_on(&TestDb::postgres(&cluster).await).await;
}

// req: POR-14
#[tokio::test]
async fn words_that_very_many_have_are_looked_for_part_by_part() {
    let db = TestDb::sqlite().await;
    let demo = listed(&db).await;
    let (who, nva) = (colleague(&db, &demo).await, institution(&db, "NVA").await);
    // As many as are read at one time stand before Pēteris Liepa.
    let tx = db.writing(&Caller::engine()).await;
    for number in 1..=MOST_READ {
        // Far from those that the database gives.
        let id = Uuid::from_u128(u128::from(number) << 64);
        let other = Membership {
            id: MembershipId::new(id),
            person: PersonId::new(id),
            institution: nva,
            role: Role::Officer,
            unit: None,
            valid_from: tx.now(),
            valid_to: None,
        };
        staff_words::insert(&tx, &other, "aija liepa", &BTreeSet::from(["li".to_owned()])).await.unwrap();
    }
    tx.commit().await.unwrap();
    let find = FindStaff { role: Some(Role::Officer), ..words("li pe") };
    let tx = db.reading(&who).await;
    let first = find_staff(&tx, &find, &PageRequest::first(20)).await.unwrap();
    assert!(first.items.is_empty() && first.next.is_some(), "{first:?}");
    let second = find_staff(&tx, &find, &PageRequest::new(20, first.next)).await.unwrap();
    assert_eq!((names_of(&second), second.next.is_none()), (vec!["Pēteris Liepa"], true));
    drop(tx);
    assert_eq!(names(&db, &who, words("liepa pe")).await, ["Pēteris Liepa"], "a longer word leads at once");
    let rare = FindStaff { role: Some(Role::ContactPerson), ..words("za") };
    assert_eq!(names(&db, &who, rare).await, ["Dace Zariņa"]);
}

// req: POR-14
#[tokio::test]
async fn the_directory_follows_roles_and_names_and_is_the_same_when_made_anew() {
    let db = TestDb::sqlite().await;
    let demo = listed(&db).await;
    let (who, vsaa) = (colleague(&db, &demo).await, institution(&db, "VSAA").await);
    let officer = id_of(&demo, "officer");
    // A new name is found at once, the former one no more.
    let mut tx = db.writing(&Caller::engine()).await;
    let told = Identified {
        codes: vec![PersonalCode::parse(demo.persona("officer").unwrap().personal_code()).unwrap()],
        given_name: "Pēteris".into(),
        family_name: "Krastkalns".into(),
        birth_date: None,
        email: None,
    };
    recognise(&mut tx, &told).await.unwrap();
    tx.commit().await.unwrap();
    assert!(ask(&db, &who, words("liepa")).await.unwrap().is_empty());
    assert_eq!(names(&db, &who, words("krastk")).await, ["Pēteris Krastkalns"]);
    // A role that is taken away is not shown, also before the reader has looked; a new one comes with the reader.
    let mut tx = db.writing(&Caller::engine()).await;
    let held = institutions::roles_of(&tx, officer).await.unwrap().remove(0);
    institutions::revoke_membership(&mut tx, held.membership).await.unwrap();
    tx.commit().await.unwrap();
    assert!(ask(&db, &who, words("krastkalns")).await.unwrap().is_empty());
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::ensure_membership(&mut tx, officer, vsaa, Role::ContactPerson).await.unwrap();
    tx.commit().await.unwrap();
    read_log(&db).await;
    let found = ask(&db, &who, words("krastkalns")).await.unwrap();
    assert_eq!(found.iter().map(|one| one.role).collect::<Vec<_>>(), [Role::ContactPerson]);
    // Made anew it is what it was: eight personas work somewhere, one of them in two roles.
    let everybody = FindStaff { institution: Some(vsaa), ..FindStaff::default() };
    let before = ask(&db, &who, everybody.clone()).await.unwrap();
    assert_eq!((rebuild_staff(&db).await.unwrap(), before.len()), (9, 3));
    assert_eq!(ask(&db, &who, everybody).await.unwrap(), before);
}
