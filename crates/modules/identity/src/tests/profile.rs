//! A person's own contact data.

use super::{id_of, with_personas};
use crate::{UpdateProfile, choose_municipality, profile, update_profile};
use kernel::{Caller, ErrorKind, Locale};

fn input() -> UpdateProfile {
    UpdateProfile {
        locale: Locale::En,
        email: " anna@example.lv ".into(),
        phone: "2000 0014".into(),
        iban: "lv80 bank 0000 4351 9500 1".into(),
        address: "Ozolu iela 12 - 5,\n Cēsis".into(),
    }
}

// req: ACC-05
#[tokio::test]
async fn a_person_changes_their_own_contact_data() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::client(id_of(&demo, "resident"))).await;
    let before = profile(&tx).await.unwrap();
    let revision = update_profile(&mut tx, input(), before.revision).await.unwrap();
    let after = profile(&tx).await.unwrap();
    assert_eq!((after.revision, after.locale), (revision, Locale::En));
    assert_eq!(after.email.as_deref(), Some("anna@example.lv"));
    assert_eq!(after.phone.as_deref(), Some("+37120000014"));
    assert_eq!(after.iban.as_deref(), Some("LV80BANK0000435195001"));
    assert_eq!(after.address.as_deref(), Some("Ozolu iela 12 - 5, Cēsis"));
    let empty = UpdateProfile { phone: String::new(), ..input() };
    update_profile(&mut tx, empty, revision).await.unwrap();
    assert_eq!(profile(&tx).await.unwrap().phone, None);
}

// req: ACC-05
#[tokio::test]
async fn a_stale_revision_changes_nothing() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::client(id_of(&demo, "resident"))).await;
    let seen = profile(&tx).await.unwrap();
    update_profile(&mut tx, input(), seen.revision).await.unwrap();
    let late = UpdateProfile { email: "cita@example.lv".into(), ..input() };
    let error = update_profile(&mut tx, late, seen.revision).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Stale, "stale-revision"));
    assert_eq!(profile(&tx).await.unwrap().email.as_deref(), Some("anna@example.lv"));
}

// req: ACC-05
#[tokio::test]
async fn every_wrong_field_is_named() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::client(id_of(&demo, "resident"))).await;
    let wrong = UpdateProfile {
        locale: Locale::Lv,
        email: "anna@lv".into(),
        phone: "1234".into(),
        iban: "LV80BANK0000435195002".into(),
        address: "ā".repeat(301),
    };
    let error = update_profile(&mut tx, wrong, 2).await.unwrap_err();
    let named: Vec<_> = error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect();
    let expected =
        [("email", "email-form"), ("phone", "phone-form"), ("iban", "iban-check"), ("address", "text-too-long")];
    assert_eq!(named, expected);
    let visitor = db.reading(&Caller::anonymous()).await;
    assert_eq!(profile(&visitor).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}

// req: POR-09
#[tokio::test]
async fn a_person_keeps_and_drops_the_municipality_they_want_to_see() {
    let (db, demo) = with_personas().await;
    let mut tx = db.writing(&Caller::client(id_of(&demo, "resident"))).await;
    let before = profile(&tx).await.unwrap();
    assert_eq!(before.municipality, None);
    choose_municipality(&mut tx, Some("0001000")).await.unwrap();
    choose_municipality(&mut tx, Some("0001000")).await.unwrap();
    let after = profile(&tx).await.unwrap();
    assert_eq!((after.municipality.as_deref(), after.revision), (Some("0001000"), before.revision + 1));
    let unknown = choose_municipality(&mut tx, Some("9999999")).await.unwrap_err();
    assert_eq!((unknown.kind(), unknown.field_errors()[0].path.as_str()), (ErrorKind::Invalid, "municipality"));
    // The rest of the profile keeps it.
    update_profile(&mut tx, input(), after.revision).await.unwrap();
    assert_eq!(profile(&tx).await.unwrap().municipality.as_deref(), Some("0001000"));
    choose_municipality(&mut tx, None).await.unwrap();
    assert_eq!(profile(&tx).await.unwrap().municipality, None);
    drop(tx);
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert_eq!(choose_municipality(&mut tx, None).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}
