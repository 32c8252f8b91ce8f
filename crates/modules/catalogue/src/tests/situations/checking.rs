//! The quarterly check.

use super::super::contact;
use super::{house, platform};
use crate::{ConfirmSituation, SITUATION_CHECKED, confirm_situation, situation, situation_checks, situations_to_edit};
use chrono::{NaiveDate, TimeDelta};
use kernel::{Caller, ErrorKind, Locale, PageRequest};
use storage::{Stream, events_of_stream};

// req: POR-03
#[tokio::test]
async fn a_check_is_recorded_and_the_next_one_is_due_in_three_months() {
    let db = house().await;
    let dace = contact(&db, "VSAA").await;
    let due = async || {
        let tx = db.reading(&dace).await;
        let page = situations_to_edit(&tx, Locale::Lv, &PageRequest::first(50)).await.unwrap();
        page.items.into_iter().find(|line| line.slug == "illness").unwrap().check_due.unwrap()
    };
    assert_eq!(due().await, NaiveDate::from_ymd_opt(2027, 2, 23).unwrap());
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(80));
    let input = ConfirmSituation { slug: "illness".into(), revision: 2, note: " Viss kārtībā ".into() };
    let mut tx = db.writing(&dace).await;
    confirm_situation(&mut tx, input.clone()).await.unwrap();
    assert_eq!(confirm_situation(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Stale);
    tx.commit().await.unwrap();
    assert_eq!(due().await, NaiveDate::from_ymd_opt(2027, 5, 11).unwrap());
    let tx = db.reading(&dace).await;
    let checks = situation_checks(&tx, "illness").await.unwrap();
    assert_eq!((checks.len(), checks[0].note.as_str(), checks[0].person), (1, "Viss kārtībā", dace.person));
    let found = situation(&tx, "illness").await.unwrap();
    assert_eq!(found.checked_on, NaiveDate::from_ymd_opt(2027, 2, 11));
    let events = events_of_stream(&tx, &Stream::new("situation", found.id.uuid()), 0, 9).await.unwrap();
    assert_eq!(events.last().unwrap().kind, SITUATION_CHECKED);
}

// req: POR-03
#[tokio::test]
async fn only_those_who_answer_for_it_confirm() {
    let db = house().await;
    let input = ConfirmSituation { slug: "illness".into(), revision: 2, note: String::new() };
    for caller in [contact(&db, "NVA").await, Caller::anonymous()] {
        let mut tx = db.writing(&caller).await;
        assert!(confirm_situation(&mut tx, input.clone()).await.is_err());
        assert!(situation_checks(&tx, "illness").await.is_err());
    }
    let mut tx = db.writing(&platform(&db).await).await;
    confirm_situation(&mut tx, input).await.unwrap();
    let missing = ConfirmSituation { slug: "nav".into(), revision: 1, note: String::new() };
    assert_eq!(confirm_situation(&mut tx, missing).await.unwrap_err().kind(), ErrorKind::NotFound);
}
