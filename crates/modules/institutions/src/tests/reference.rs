//! The institutions that come with the program.

use super::db;
use crate::reference::reference_institutions;
use crate::{
    InstitutionFilter, InstitutionKind, Origin, by_code, ensure_sample, find, install_reference_data,
    institutions_changed, list, names_of, of_ids,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, InstitutionId, LangText, PageRequest};
use std::collections::BTreeSet;

#[test]
fn there_are_42_municipalities_and_every_entry_has_both_names() {
    let all = reference_institutions().unwrap();
    let municipalities: Vec<_> = all.iter().filter(|i| i.kind == InstitutionKind::Municipality).collect();
    assert_eq!(municipalities.len(), 42);
    assert!(municipalities.iter().all(|m| m.atvk.is_some() && m.planning_region.is_some()));
    assert!(all.iter().all(|i| !i.name.lv.is_empty() && !i.name.en.is_empty()));
    assert_eq!(all.iter().map(|i| i.id).collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(all.iter().map(|i| &i.code).collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn municipalities_agree_with_the_classifier() {
    let Some(path) = test_support::shared_data("codelists/latvia-municipalities.csv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let valid: BTreeSet<String> =
        text.lines().skip(1).filter(|line| line.ends_with(',')).map(|line| line[..7].to_owned()).collect();
    let ours = reference_institutions().unwrap().into_iter().filter_map(|i| i.atvk).collect::<BTreeSet<_>>();
    assert_eq!(ours, valid);
}

#[test]
fn registration_numbers_pass_their_check() {
    let weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];
    for institution in reference_institutions().unwrap() {
        let Some(number) = institution.registration_number else { continue };
        let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
        assert_eq!((digits.len(), sum % 11), (11, 3), "{}", institution.code);
    }
}

#[test]
fn invented_centres_say_so_and_belong_to_a_municipality() {
    let all = reference_institutions().unwrap();
    let examples: Vec<_> = all.iter().filter(|i| i.origin == Origin::Example).collect();
    assert!(examples.iter().any(|i| i.code == "VPVKAC-CESIS"));
    for centre in examples {
        let parent = all.iter().find(|i| Some(i.id) == centre.parent).unwrap();
        assert_eq!(parent.kind, InstitutionKind::Municipality);
    }
}

#[tokio::test]
async fn installing_again_changes_nothing() {
    let db = db().await;
    let before = by_code(&db.reading(&Caller::anonymous()).await, "VSAA").await.unwrap().unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let count = install_reference_data(&mut tx).await.unwrap();
    assert_eq!(by_code(&tx, "VSAA").await.unwrap().unwrap(), before);
    let filter = InstitutionFilter::default();
    let page = list(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    assert_eq!((page.items.len(), page.next), (count, None));
}

#[tokio::test]
async fn pages_of_the_list_follow_each_other() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let filter = InstitutionFilter { kind: Some(InstitutionKind::Municipality), parent: None };
    let mut request = PageRequest::first(10);
    let mut codes = Vec::new();
    loop {
        let page = list(&tx, &filter, &request).await.unwrap();
        codes.extend(page.items.into_iter().map(|i| i.code));
        match page.next {
            Some(next) => request = PageRequest::new(10, Some(next)),
            None => break,
        }
    }
    let mut sorted = codes.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((codes.len(), codes), (42, sorted));
}

#[tokio::test]
async fn names_come_in_one_question_and_unknown_ids_are_left_out() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let vsaa = by_code(&tx, "VSAA").await.unwrap().unwrap();
    let names = names_of(&tx, &[vsaa.id, kernel::InstitutionId::new(uuid::Uuid::from_u128(7))]).await.unwrap();
    assert_eq!(names.len(), 1);
    assert_eq!(names[&vsaa.id].en, "State Social Insurance Agency");
    assert!(names_of(&tx, &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_imported_holder_is_made_once_and_marked() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let name = LangText::new("", "Test agency");
    let first = ensure_sample(&mut tx, name.clone()).await.unwrap();
    assert_eq!(ensure_sample(&mut tx, name.clone()).await.unwrap(), first);
    let made = by_code(&tx, "TEST:TEST-AGENCY").await.unwrap().unwrap();
    assert_eq!((made.id, made.origin), (first, Origin::Imported));
}

#[tokio::test]
async fn only_the_platform_installs() {
    let db = db().await;
    let mut tx = db.writing(&Caller::client(super::person(1))).await;
    assert_eq!(install_reference_data(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn an_unknown_institution_is_not_found() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(
        find(&tx, kernel::InstitutionId::new(uuid::Uuid::from_u128(7))).await.unwrap_err().kind(),
        ErrorKind::NotFound
    );
}

// req: POR-14
#[tokio::test]
async fn many_are_read_at_once_and_a_change_is_noticed() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let (vsaa, nva) = (by_code(&tx, "VSAA").await.unwrap().unwrap(), by_code(&tx, "NVA").await.unwrap().unwrap());
    let found = of_ids(&tx, &[nva.id, vsaa.id, InstitutionId::new(uuid::Uuid::from_u128(5))]).await.unwrap();
    assert_eq!((found.len(), &found[&vsaa.id], &found[&nva.id]), (2, &vsaa, &nva));
    assert!(of_ids(&tx, &[]).await.unwrap().is_empty());
    let before = institutions_changed(&tx).await.unwrap();
    assert_eq!(before, Some(db.clock().now()));
    drop(tx);
    db.test_clock().advance(TimeDelta::seconds(1));
    let mut tx = db.writing(&Caller::engine()).await;
    ensure_sample(&mut tx, LangText::new("", "Municipality of Molendrecht")).await.unwrap();
    tx.commit().await.unwrap();
    let after = institutions_changed(&db.reading(&Caller::anonymous()).await).await.unwrap();
    assert_eq!(after, before.map(|at| at + TimeDelta::seconds(1)));
}
