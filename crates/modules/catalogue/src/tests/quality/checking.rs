//! The check of every description in every quarter.

use super::{checked, read};
use crate::tests::{contact, db, institution, registration};
use crate::{
    ConfirmCheck, PublishService, Quarter, SERVICE_CHECKED, checks_list, confirm_check, holder_checks, last_checked,
    publish, register_service, run_checks, service, service_quality,
};
use chrono::{NaiveDate, TimeDelta};
use kernel::{Caller, ErrorKind, PageRequest, PersonId, Role};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The daily timer, until it has nothing more to do that day.
pub async fn run(db: &TestDb) {
    for _ in 0..3 {
        let mut tx = db.writing(&Caller::engine()).await;
        run_checks(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Everything that VSAA has to check, confirmed at once.
pub async fn confirm_all(db: &TestDb) {
    run(db).await;
    let vsaa = institution(db, "VSAA").await;
    let dace = contact(db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    let lines = checks_list(&tx, vsaa, false, &PageRequest::first(100)).await.unwrap().items;
    assert!(lines.len() >= 12);
    for line in lines {
        confirm_check(&mut tx, ConfirmCheck { code: line.code, version: line.version }).await.unwrap();
    }
    tx.commit().await.unwrap();
    let sums = holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap();
    assert_eq!((sums.open, sums.overdue), (0, false));
}

#[test]
fn quarters_begin_when_they_begin() {
    for (date, quarter, first) in [
        ("2026-01-01", "2026-Q1", "2026-01-01"),
        ("2026-06-30", "2026-Q2", "2026-04-01"),
        ("2026-11-25", "2026-Q4", "2026-10-01"),
    ] {
        let found = Quarter::of(day(date));
        assert_eq!((found.to_string().as_str(), found.first_day()), (quarter, day(first)));
        assert_eq!(quarter.parse::<Quarter>().unwrap(), found);
    }
    let before = |quarter: &str| quarter.parse::<Quarter>().unwrap().before().to_string();
    assert_eq!((before("2026-Q4"), before("2026-Q1")), ("2026-Q3".to_owned(), "2025-Q4".to_owned()));
    for bad in ["2026", "2026-Q5", "2026-Q0", "x-Q1", ""] {
        assert!(bad.parse::<Quarter>().is_err(), "{bad}");
    }
}

// req: CAT-16
#[tokio::test]
async fn every_published_service_gets_a_check_a_reminder_and_a_recorded_confirmation() {
    let db = db().await;
    read(&db).await;
    run(&db).await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = institution(&db, "VSAA").await;
    let sums = holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap();
    // Forty working days after 1 October 2026; the test's Monday is four working days before.
    assert_eq!((sums.quarter.as_str(), sums.due_on, sums.tasks, sums.open), ("2026-Q4", day("2026-11-27"), 13, 13));
    assert_eq!((sums.overdue, sums.reminder.map(|reminder| (reminder.days, reminder.left))), (false, Some((10, 4))));
    let found = service_quality(&db.reading(&dace).await, "1007").await.unwrap().findings;
    assert!(found.iter().any(|finding| finding.rule == "not-confirmed"));
    assert!(checked(&db).await.is_equal());

    db.test_clock().advance(TimeDelta::days(1));
    run(&db).await;
    let sums = holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap();
    assert_eq!(sums.reminder.map(|reminder| (reminder.days, reminder.left)), Some((3, 3)));
    // The reminder is that of the third day, and the days go on.
    for (days, left) in [(2, 1), (1, 0)] {
        db.test_clock().advance(TimeDelta::days(days));
        let sums = holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap();
        assert_eq!(
            (sums.overdue, sums.reminder.map(|reminder| (reminder.days, reminder.left))),
            (false, Some((3, left)))
        );
    }
    db.test_clock().advance(TimeDelta::days(2));
    run(&db).await;
    let tx = db.reading(&dace).await;
    assert!(holder_checks(&tx, vsaa).await.unwrap().unwrap().overdue);
    let lines = checks_list(&tx, vsaa, false, &PageRequest::first(5)).await.unwrap();
    assert!(lines.items.iter().all(|line| line.overdue) && lines.next.is_some());
    drop(tx);

    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!(last_checked(&db.reading(&dace).await, before.id).await.unwrap(), None);
    let input = ConfirmCheck { code: "1007".into(), version: before.version };
    for _ in 0..2 {
        let mut tx = db.writing(&dace).await;
        confirm_check(&mut tx, input.clone()).await.unwrap();
        tx.commit().await.unwrap();
    }
    read(&db).await;
    let tx = db.reading(&dace).await;
    assert_eq!(last_checked(&tx, before.id).await.unwrap(), Some(day("2026-11-29")));
    let after = service(&tx, "1007").await.unwrap();
    assert_eq!((after.version, after.revision), (before.version, before.revision + 1));
    let events = events_of_stream(&tx, &Stream::service(before.id), 0, 99).await.unwrap();
    let kept: Vec<_> = events.iter().filter(|event| event.kind == SERVICE_CHECKED).collect();
    assert_eq!((kept.len(), kept[0].text("quarter"), kept[0].text("code")), (1, Some("2026-Q4"), Some("1007")));
    let found = service_quality(&tx, "1007").await.unwrap().findings;
    assert!(found.iter().all(|finding| finding.rule != "not-confirmed"));
    let done = checks_list(&tx, vsaa, true, &PageRequest::first(5)).await.unwrap().items;
    assert_eq!((done.len(), done[0].code.as_str(), done[0].corrected), (1, "1007", false));
    assert_eq!(done[0].confirmed_version, Some(before.version));
    assert!(checked(&db).await.is_equal());
}

// req: CAT-16
#[tokio::test]
async fn a_correction_during_the_check_is_noted_and_several_are_confirmed_at_once() {
    let db = db().await;
    run(&db).await;
    let dace = contact(&db, "VSAA").await;
    db.test_clock().advance(TimeDelta::hours(1));
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(9);
    let mut tx = db.writing(&dace).await;
    let version = publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&dace).await;
    let stale = ConfirmCheck { code: "1007".into(), version: before.version };
    assert_eq!(confirm_check(&mut tx, stale).await.unwrap_err().kind(), ErrorKind::Stale);
    drop(tx);
    confirm_all(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let done = checks_list(&db.reading(&dace).await, vsaa, true, &PageRequest::first(99)).await.unwrap().items;
    assert!(done.iter().all(|line| line.confirmed_version == Some(line.version)));
    let corrected: Vec<_> = done.iter().filter(|line| line.corrected).map(|line| (&*line.code, line.version)).collect();
    assert_eq!(corrected, [("1007", version)]);
    // In the next quarter the line tells which version that was, also when a newer one is in force by then.
    db.test_clock().advance(TimeDelta::days(60));
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(10);
    let mut tx = db.writing(&dace).await;
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    run(&db).await;
    let open = checks_list(&db.reading(&dace).await, vsaa, false, &PageRequest::first(99)).await.unwrap().items;
    let line = open.iter().find(|line| line.code == "1007").unwrap();
    assert_eq!((line.confirmed_version, line.version > version), (Some(version), true));
    assert!(open.iter().filter(|line| line.code != "1007").all(|line| line.confirmed_version == Some(line.version)));
}

// req: CAT-16
#[tokio::test]
async fn only_the_holders_contact_person_confirms_what_is_asked_for() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let input = ConfirmCheck { code: "1007".into(), version: 2 };
    let confirm = async |caller: &Caller, input: &ConfirmCheck| {
        let mut tx = db.writing(caller).await;
        confirm_check(&mut tx, input.clone()).await.unwrap_err()
    };
    assert_eq!(confirm(&dace, &input).await.key(), "check", "nothing is asked for yet");
    run(&db).await;
    let closed = ConfirmCheck { code: "1017".into(), version: 2 };
    assert_eq!(confirm(&dace, &closed).await.key(), "service-closed");
    let missing = ConfirmCheck { code: "9".into(), version: 1 };
    assert_eq!(confirm(&dace, &missing).await.kind(), ErrorKind::NotFound);
    let nva = contact(&db, "NVA").await;
    let platform =
        Caller::staff(PersonId::new(Uuid::from_u128(8)), Role::PlatformAdministrator, nva.institution.unwrap());
    for (caller, kind) in [
        (nva, ErrorKind::NotFound),
        (platform, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        assert_eq!(confirm(&caller, &input).await.kind(), kind);
    }
    let mut tx = db.writing(&dace).await;
    assert_eq!(run_checks(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: CAT-16
#[tokio::test]
async fn what_is_published_later_is_asked_for_in_the_next_quarter() {
    let db = db().await;
    run(&db).await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = institution(&db, "VSAA").await;
    let input = registration(&db).await;
    let mut tx = db.writing(&dace).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    run(&db).await;
    assert_eq!(holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap().tasks, 13);
    db.test_clock().advance(TimeDelta::days(60));
    run(&db).await;
    let sums = holder_checks(&db.reading(&dace).await, vsaa).await.unwrap().unwrap();
    assert_eq!((sums.quarter.as_str(), sums.tasks, sums.open, sums.reminder), ("2027-Q1", 14, 14, None));
}
