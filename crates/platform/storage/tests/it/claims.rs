//! Idempotency keys, numbers, timers, access records.

use crate::{person, stream};
use chrono::TimeDelta;
use kernel::{Caller, Clock as _, Error, ErrorKind, InstitutionId, PageRequest, Role};
use std::collections::HashSet;
use storage::{AccessRecord, Claim, KEEP_KEYS_DAYS, access_views};
use test_support::TestDb;
use uuid::Uuid;

pub async fn the_same_request_twice_is_one_act(db: &TestDb) {
    let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(tx.claim_key("anna", "k1", "digest", first).await.unwrap(), Claim::New);
    tx.commit().await.unwrap();
    let at = db.test_clock().now();
    db.test_clock().advance(TimeDelta::hours(1));
    let mut tx = db.writing(&Caller::engine()).await;
    let again = tx.claim_key("anna", "k1", "digest", second).await.unwrap();
    assert_eq!(again, Claim::Done { result: first, at });
    assert_eq!(tx.claim_key("janis", "k1", "digest", second).await.unwrap(), Claim::New);
    let error = tx.claim_key("anna", "k1", "other content", second).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    let long = "k".repeat(201);
    for bad in ["", long.as_str()] {
        let error = tx.claim_key("anna", bad, "digest", second).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::Invalid, "bad-idempotency-key"));
    }
    assert_eq!(tx.claim_key("anna", &long[1..], "digest", second).await.unwrap(), Claim::New);
}

/// One key an hour; three of five are older than is promised.
pub async fn old_keys_are_forgotten_in_portions(db: &TestDb) {
    for key in ["k0", "k1", "k2", "k3", "k4"] {
        let mut tx = db.writing(&Caller::engine()).await;
        assert_eq!(tx.claim_key("anna", key, "digest", Uuid::from_u128(1)).await.unwrap(), Claim::New);
        tx.commit().await.unwrap();
        db.test_clock().advance(TimeDelta::hours(1));
    }
    db.test_clock().advance(TimeDelta::days(KEEP_KEYS_DAYS) - TimeDelta::hours(2));
    for (at_most, forgotten) in [(2, 2), (2, 1), (2, 0), (9, 0)] {
        let mut tx = db.writing(&Caller::engine()).await;
        assert_eq!(tx.forget_keys(at_most).await.unwrap(), forgotten);
        tx.commit().await.unwrap();
    }
    let mut tx = db.writing(&Caller::engine()).await;
    for (key, is_new) in [("k0", true), ("k1", true), ("k2", true), ("k3", false), ("k4", false)] {
        let claim = tx.claim_key("anna", key, "digest", Uuid::from_u128(2)).await.unwrap();
        assert_eq!(claim == Claim::New, is_new, "{key}");
    }
}

pub async fn numbers_are_never_given_twice(db: &TestDb) {
    let mut given = HashSet::new();
    for _ in 0..3 {
        let mut tx = db.writing(&Caller::engine()).await;
        for _ in 0..40 {
            assert!(given.insert(tx.next_number("case/9999").await.unwrap()));
        }
        assert!(tx.next_number("case/1000").await.unwrap() <= 3);
        tx.commit().await.unwrap();
    }
    assert_eq!(given.iter().min(), Some(&1));
    assert_eq!(given.iter().max(), Some(&120));
}

pub async fn a_timer_is_claimed_by_one(db: &TestDb) {
    let subject = stream(1).id;
    let mut tx = db.writing(&Caller::engine()).await;
    let due = tx.now() + TimeDelta::hours(1);
    tx.schedule("case.overdue", subject, due).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(tx.claim_timer(&["case.overdue"]).await.unwrap(), None);
    drop(tx);
    db.test_clock().advance(TimeDelta::hours(2));
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(tx.claim_timer(&["draft.expire"]).await.unwrap(), None);
    assert!(!tx.timer_due(&["draft.expire"]).await.unwrap(), "what nobody here answers wakes nobody");
    assert!(tx.timer_due(&["draft.expire", "case.overdue"]).await.unwrap());
    let timer = tx.claim_timer(&["case.overdue"]).await.unwrap().unwrap();
    assert_eq!((timer.subject, timer.due_at), (subject, due));
    tx.cancel_timer(&timer.kind, timer.subject).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!db.reading(&Caller::engine()).await.timer_due(&["case.overdue"]).await.unwrap());
}

/// The work of a timer failed, and before that was noted somebody moved it to the next day.
pub async fn a_timer_that_was_set_anew_is_not_moved_by_a_failure(db: &TestDb) {
    let (kinds, subject) = (["case.overdue"], stream(1).id);
    let mut tx = db.writing(&Caller::engine()).await;
    let now = tx.now();
    tx.schedule(kinds[0], subject, now).await.unwrap();
    tx.commit().await.unwrap();
    let mut failed = db.writing(&Caller::engine()).await;
    let timer = failed.claim_timer(&kinds).await.unwrap().unwrap();
    drop(failed);
    let mut tx = db.writing(&Caller::engine()).await;
    tx.schedule(kinds[0], subject, now + TimeDelta::days(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    tx.timer_failed(&timer, &Error::unavailable("register-unreachable")).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::hours(1));
    assert!(!db.reading(&Caller::engine()).await.timer_due(&kinds).await.unwrap(), "not before its day");
    db.test_clock().advance(TimeDelta::days(1));
    assert!(db.reading(&Caller::engine()).await.timer_due(&kinds).await.unwrap());
}

pub async fn a_view_is_on_the_record(db: &TestDb) {
    let officer = Caller::staff(person(2), Role::Officer, InstitutionId::new(Uuid::from_u128(9)));
    for what in ["case", "profile", "case"] {
        let mut tx = db.writing(&officer).await;
        let record = AccessRecord { subject: person(1), what, purpose: "handle-case", case: None };
        tx.record_access(record).await.unwrap();
        tx.commit().await.unwrap();
    }
    let tx = db.reading(&Caller::client(person(1))).await;
    let page = access_views(&tx, person(1), &PageRequest::first(2)).await.unwrap();
    let shown: Vec<&str> = page.items.iter().map(|view| view.what.as_str()).collect();
    assert_eq!(shown, ["case", "profile"]);
    assert_eq!(page.items[0].actor.institution, officer.institution);
    let rest = access_views(&tx, person(1), &PageRequest::new(2, page.next)).await.unwrap();
    assert_eq!((rest.items.len(), rest.next), (1, None));
}
