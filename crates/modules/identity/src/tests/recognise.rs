//! Persons and organisations as a sign-in or a register tells them.

use super::{id_of, told, with_personas};
use crate::{
    Ground, PersonalCode, RegistrationNumber, allow_representation, ensure_organisation, find_person, names_of,
    organisation, person, recognise,
};
use kernel::{Caller, ErrorKind, Party, PersonId};
use test_support::{TestDb, TestPostgres, kept_late};
use uuid::Uuid;

const NEW: &str = "328000-00915";
const OLD: &str = "120768-18764";

// req: AUT-01
#[tokio::test]
async fn a_person_with_two_codes_is_one_person() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let by_old = recognise(&mut tx, &told(&[OLD])).await.unwrap();
    let by_both = recognise(&mut tx, &told(&[NEW, OLD])).await.unwrap();
    let by_new = recognise(&mut tx, &told(&[NEW])).await.unwrap();
    assert_eq!((by_old, by_old), (by_both, by_new));
    let person = person(&tx, by_old).await.unwrap();
    assert_eq!(person.codes.len(), 2);
    assert_eq!(person.birth_date.unwrap().to_string(), "1968-07-12", "told by the old code");
    for code in [OLD, NEW] {
        let code = PersonalCode::parse(code).unwrap();
        assert_eq!(find_person(&tx, &code).await.unwrap(), Some(by_old));
    }
}

// req: AUT-01
#[tokio::test]
async fn codes_of_two_persons_are_not_mixed() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    recognise(&mut tx, &told(&[OLD])).await.unwrap();
    recognise(&mut tx, &told(&[NEW])).await.unwrap();
    let error = recognise(&mut tx, &told(&[NEW, OLD])).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Conflict, "person-codes-differ"));
}

#[tokio::test]
async fn a_changed_name_is_taken_over() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let id = recognise(&mut tx, &told(&[NEW])).await.unwrap();
    let married = crate::Identified { family_name: "Jaunais".into(), ..told(&[NEW]) };
    assert_eq!(recognise(&mut tx, &married).await.unwrap(), id);
    let person = person(&tx, id).await.unwrap();
    assert_eq!((person.display_name().as_str(), person.revision), ("Aivars Jaunais", 2));
    assert_eq!(format!("{person:?}"), format!("Person({id})"), "no personal data in logs");
}

// req: AUT-01
#[tokio::test]
async fn two_first_sign_ins_at_once_make_one_person() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let one = async {
        let mut tx = db.writing(&Caller::engine()).await;
        let id = recognise(&mut tx, &told(&[NEW])).await.unwrap();
        kept_late(tx).await;
        id
    };
    let other = async {
        let mut tx = db.writing(&Caller::engine()).await;
        let id = recognise(&mut tx, &told(&[NEW])).await.unwrap();
        tx.commit().await.unwrap();
        id
    };
    let (one, other) = tokio::join!(one, other);
    assert_eq!(one, other);
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(names_of(&tx, &[Party::Person(one)]).await.unwrap().len(), 1);
}

// req: AUT-01
#[tokio::test]
async fn foreign_and_missing_persons_look_alike() {
    let (db, demo) = with_personas().await;
    let (anna, janis) = (id_of(&demo, "resident"), id_of(&demo, "resident2"));
    let tx = db.reading(&Caller::client(anna)).await;
    assert_eq!(person(&tx, anna).await.unwrap().given_name, "Anna");
    let foreign = person(&tx, janis).await.unwrap_err();
    let missing = person(&tx, PersonId::new(Uuid::nil())).await.unwrap_err();
    assert_eq!((foreign.kind(), foreign.key()), (missing.kind(), missing.key()));
    let code = PersonalCode::parse("328000-00022").unwrap();
    assert_eq!(find_person(&tx, &code).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let visitor = db.reading(&Caller::anonymous()).await;
    assert_eq!(person(&visitor, anna).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}

#[tokio::test]
async fn organisations_are_entered_once_and_named_in_lists() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let number = RegistrationNumber::parse("49999999015").unwrap();
    let firm = ensure_organisation(&mut tx, &number, "SIA „Zaļais pakalns”").await.unwrap();
    assert_eq!(ensure_organisation(&mut tx, &number, "cits").await.unwrap(), firm);
    assert_eq!(organisation(&tx, firm).await.unwrap().name, "SIA „Zaļais pakalns”");
    let anna = id_of(&demo, "resident");
    for _ in 0..2 {
        allow_representation(&mut tx, anna, firm, Ground::Procurator).await.unwrap();
    }
    assert_eq!(crate::profiles_of(&tx, anna).await.unwrap().len(), 2, "the second time changed nothing");
    let names = names_of(&tx, &[Party::Person(anna), Party::Organisation(firm)]).await.unwrap();
    assert_eq!(names.values().collect::<Vec<_>>(), ["Anna Bērziņa", "SIA „Zaļais pakalns”"]);
    let mut tx = {
        drop(tx);
        db.writing(&Caller::client(anna)).await
    };
    let refused = ensure_organisation(&mut tx, &number, "x").await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}
