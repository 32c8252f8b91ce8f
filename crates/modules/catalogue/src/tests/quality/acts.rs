//! Repealed acts as the platform keeps them, and how the scores hear of a change.

use super::{checked, read};
use crate::tests::templates::platform;
use crate::tests::{contact, db, institution};
use crate::{
    ACT_SPREAD_TIMER, Finding, Section, SetRepealedAct, install_repealed_acts, remove_repealed_act, repealed_acts,
    section_text, service_quality, set_repealed_act, spread_act,
};
use kernel::{Caller, Error, ErrorKind, PersonId, Role};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// VSAA's childbirth benefit cites it.
const CITED: i64 = 68_483;

fn act(known: Option<(i64, i64)>, act: &str) -> SetRepealedAct {
    SetRepealedAct {
        known,
        act: act.to_owned(),
        title: " Valsts  sociālo pabalstu likums ".to_owned(),
        successor: "Jaunais pabalstu likums".to_owned(),
        link: "999001".to_owned(),
    }
}

/// Adds or changes an act as the platform's administrator.
async fn set(db: &TestDb, input: SetRepealedAct) {
    let mut tx = db.writing(&platform(db).await).await;
    assert_eq!(set_repealed_act(&mut tx, input).await.unwrap(), CITED);
    tx.commit().await.unwrap();
}

/// What the timer does.
async fn spread(db: &TestDb) -> usize {
    let mut fired = 0;
    loop {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(timer) = tx.claim_timer(&[ACT_SPREAD_TIMER]).await.unwrap() else { return fired };
        tx.cancel_timer(&timer.kind, timer.subject).await.unwrap();
        spread_act(&mut tx, timer.subject).await.unwrap();
        tx.commit().await.unwrap();
        fired += 1;
    }
}

async fn told(db: &TestDb) -> Option<Finding> {
    let tx = db.reading(&contact(db, "VSAA").await).await;
    let found = service_quality(&tx, "1007").await.unwrap().findings;
    found.into_iter().find(|finding| finding.rule == "law-repealed")
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

/// An act is added, changed and removed, and the service that cites it hears of it each time.
async fn repeal(db: &TestDb) {
    assert_eq!(told(db).await, None);
    set(db, act(None, "https://likumi.lv/ta/id/68483-valsts-socialo-pabalstu-likums")).await;
    assert_eq!(told(db).await, None, "the page that adds it judges nothing");
    assert_eq!(spread(db).await, 1);
    let found = told(db).await.unwrap();
    assert_eq!((found.path.as_str(), found.args["act"].as_str()), ("legal_basis/0", "Valsts sociālo pabalstu likums"));
    assert_eq!(found.args["link"], "https://likumi.lv/ta/id/999001");
    assert!(checked(db).await.is_equal());

    let changed = SetRepealedAct { successor: "Cits likums".to_owned(), ..act(Some((CITED, 1)), "68483") };
    set(db, changed).await;
    spread(db).await;
    assert_eq!(told(db).await.unwrap().args["successor"], "Cits likums");

    let mut tx = db.writing(&platform(db).await).await;
    remove_repealed_act(&mut tx, CITED, 2).await.unwrap();
    tx.commit().await.unwrap();
    spread(db).await;
    assert_eq!(told(db).await, None);
    assert!(checked(db).await.is_equal());
}

// req: CAT-18
#[tokio::test]
async fn services_that_cite_an_act_are_judged_again_when_it_is_repealed() {
    let db = db().await;
    read(&db).await;
    repeal(&db).await;
    // It can come back, and says so while somebody writes.
    set(&db, act(None, "68483")).await;
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let law = section_text(&tx, "1007", Section::Law).await.unwrap();
    assert!(law.findings.iter().any(|remark| remark.key == "quality-law-repealed"), "{:?}", law.findings);
}

// req: CAT-18
#[tokio::test]
async fn acts_are_kept_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    crate::install_pilot_register(&mut tx).await.unwrap();
    install_repealed_acts(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    assert_eq!(spread(&db).await, 5);
    repeal(&db).await;
}

#[tokio::test]
async fn what_is_wrong_with_an_act_is_told_at_once() {
    let db = db().await;
    let mut tx = db.writing(&platform(&db).await).await;
    let nothing = set_repealed_act(&mut tx, SetRepealedAct::default()).await.unwrap_err();
    let missing =
        [("act", "act-address"), ("title", "act-title"), ("successor", "act-successor"), ("link", "act-link")];
    assert_eq!(fields(&nothing), missing);
    for address in ["https://example.lv/ta/id/68483", "https://likumi.lv/", "x", "-5", "99999999999999999999"] {
        let wrong = set_repealed_act(&mut tx, act(None, address)).await.unwrap_err();
        assert_eq!(fields(&wrong), [("act", "act-address")], "{address}");
    }
    let itself = set_repealed_act(&mut tx, act(None, "999001")).await.unwrap_err();
    assert_eq!(fields(&itself), [("link", "act-itself")]);
    set_repealed_act(&mut tx, act(None, "68483")).await.unwrap();
    let twice = set_repealed_act(&mut tx, act(None, "68483")).await.unwrap_err();
    assert_eq!(fields(&twice), [("act", "act-known")]);
    let other = set_repealed_act(&mut tx, act(Some((CITED, 1)), "55567")).await.unwrap_err();
    assert_eq!(fields(&other), [("act", "act-other")]);
    let stale = set_repealed_act(&mut tx, act(Some((CITED, 9)), "68483")).await.unwrap_err();
    assert_eq!(stale.kind(), ErrorKind::Stale);
    let unknown = set_repealed_act(&mut tx, act(Some((55_567, 1)), "55567")).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
    assert_eq!(remove_repealed_act(&mut tx, CITED, 9).await.unwrap_err().kind(), ErrorKind::Stale);
    assert_eq!(remove_repealed_act(&mut tx, 55_567, 1).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn acts_that_editors_removed_do_not_come_back_with_the_next_start() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_repealed_acts(&mut tx).await.unwrap(), 5);
    let line = repealed_acts(&tx).await.unwrap().remove(0);
    remove_repealed_act(&mut tx, line.act.number, line.revision).await.unwrap();
    assert_eq!(install_repealed_acts(&mut tx).await.unwrap(), 0);
    assert_eq!(repealed_acts(&tx).await.unwrap().len(), 4);
}

// req: CAT-21
#[tokio::test]
async fn only_the_platform_says_which_acts_are_repealed() {
    let db = db().await;
    let vsaa = institution(&db, "VSAA").await;
    for role in [Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::ApiClient] {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(1)), role, vsaa);
        let mut tx = db.writing(&caller).await;
        let refused = [
            repealed_acts(&tx).await.map(drop),
            set_repealed_act(&mut tx, act(None, "68483")).await.map(drop),
            remove_repealed_act(&mut tx, CITED, 1).await,
            install_repealed_acts(&mut tx).await.map(drop),
            spread_act(&mut tx, Uuid::nil()).await,
        ];
        for refusal in refused {
            assert_eq!(refusal.unwrap_err().kind(), ErrorKind::Forbidden, "{role}");
        }
    }
}
