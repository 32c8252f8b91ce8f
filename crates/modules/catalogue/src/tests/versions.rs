//! Versions in time: future ones, what was in force when, what changed, links.

use super::{contact, db, pilot, registration};
use crate::{
    CloseService, Description, PublishService, SERVICE_LINKED, SERVICE_SCHEDULED, VersionState, WithdrawVersion,
    close_service, publish, register_service, scheduled_versions, service, service_at, service_version, take_effect,
    versions, withdraw_version,
};
use chrono::{Days, TimeDelta};
use kernel::{Caller, ErrorKind, LangText, riga_date};
use storage::{Stream, events_of_stream};
use test_support::TestDb;

/// A text that is new in a version.
fn renamed(description: &Description, summary: &str) -> Description {
    Description { summary: LangText::new(summary, summary), ..description.clone() }
}

async fn publish_now(db: &TestDb, description: Description) -> i32 {
    let latest = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().latest;
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let version = publish(&mut tx, PublishService::now("1007", latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    version
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_version_scheduled_for_a_day_takes_effect_on_that_day_and_not_before() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = pilot(&db, "P.11").await;
    let from = riga_date(db.reading(&Caller::engine()).await.now()).checked_add_days(Days::new(10)).unwrap();
    let mut tx = db.writing(&dace).await;
    let description = renamed(&before.description, "No janvāra");
    let input = PublishService {
        from: Some(from),
        note: "Likuma grozījumi".into(),
        ..PublishService::now("1007", before.latest, Some(description.clone()))
    };
    let version = publish(&mut tx, input).await.unwrap();
    take_effect(&mut tx, before.id).await.unwrap();
    tx.commit().await.unwrap();

    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.version, now.latest), (before.version, version));
    assert_eq!(now.description.summary, before.description.summary);
    assert_eq!(scheduled_versions(&tx, "1007").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(service_version(&tx, "1007", version).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let tx = db.reading(&dace).await;
    let waiting = scheduled_versions(&tx, "1007").await.unwrap();
    assert_eq!((waiting.len(), waiting[0].version, waiting[0].note.as_str()), (1, version, "Likuma grozījumi"));
    drop(tx);

    let day = worktime::start_of_day(from);
    db.test_clock().set(day);
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, before.id).await.unwrap();
    take_effect(&mut tx, before.id).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.version, &now.description.summary), (version, &description.summary));
    // What the catalogue said on the day before stays what it was.
    let then = service_at(&tx, "1007", day - TimeDelta::seconds(1)).await.unwrap();
    assert_eq!((then.line.version, &*then.description), (before.version, &*before.description));
    assert_eq!(service_at(&tx, "1007", day).await.unwrap().line.version, version);
    let events = events_of_stream(&tx, &Stream::service(before.id), 0, 50).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == SERVICE_SCHEDULED).count(), 1);
}

// req: CAT-17
#[tokio::test]
async fn a_scheduled_version_can_be_taken_back_and_one_in_force_cannot() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = pilot(&db, "P.11").await;
    let mut tx = db.writing(&dace).await;
    let from = riga_date(tx.now()).checked_add_days(Days::new(3));
    let input = PublishService {
        from,
        ..PublishService::now("1007", before.latest, Some(renamed(&before.description, "Vēlāk")))
    };
    let version = publish(&mut tx, input).await.unwrap();
    withdraw_version(&mut tx, WithdrawVersion { code: "1007".into(), version }).await.unwrap();
    let again = withdraw_version(&mut tx, WithdrawVersion { code: "1007".into(), version: before.version }).await;
    assert_eq!(again.unwrap_err().key(), "service-version-not-scheduled");
    tx.commit().await.unwrap();
    db.test_clock().set(worktime::start_of_day(from.unwrap()));
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, before.id).await.unwrap();
    assert_eq!(service(&tx, "1007").await.unwrap().version, before.version);
    let lines = versions(&tx, "1007").await.unwrap();
    assert_eq!(lines[0].state, VersionState::Withdrawn);
}

// req: CAT-33
#[tokio::test]
async fn the_history_says_what_was_in_force_when_and_when_requests_ended() {
    let db = db().await;
    let first = pilot(&db, "P.11").await;
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(1));
    let second = publish_now(&db, renamed(&first.description, "Otrais")).await;
    db.test_clock().set(t0 + TimeDelta::days(2));
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    close_service(&mut tx, CloseService { code: "1007".into(), version: second }).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().set(t0 + TimeDelta::days(3));
    let third = publish_now(&db, renamed(&first.description, "Trešais")).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let lines = versions(&tx, "1007").await.unwrap();
    // The first version was a draft of the installation and never public.
    assert_eq!(lines.iter().map(|line| line.version).collect::<Vec<_>>(), [third, second, first.version]);
    let found = |hours: i64| lines.iter().find(|line| line.in_force_at(t0 + TimeDelta::hours(hours))).unwrap();
    assert_eq!([found(1).version, found(25).version, found(73).version], [first.version, second, third]);
    assert!(found(47).open_at(t0 + TimeDelta::hours(47)) && !found(49).open_at(t0 + TimeDelta::hours(49)));
    assert!(found(73).open_at(t0 + TimeDelta::hours(73)));
}

// req: CAT-33
#[tokio::test]
async fn a_line_of_the_history_says_of_its_version_whether_it_is_internal_whatever_its_words_are() {
    let db = db().await;
    let before = pilot(&db, "P.11").await;
    let quoted = publish_now(&db, renamed(&before.description, r#"Rakstīts: "internal":true"#)).await;
    let mut text = (*before.description).clone();
    text.flags.internal = true;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let from = riga_date(tx.now()).checked_add_days(Days::new(2));
    let input = PublishService { from, ..PublishService::now("1007", quoted, Some(text)) };
    let hidden = publish(&mut tx, input).await.unwrap();
    let lines = versions(&tx, "1007").await.unwrap();
    let marks: Vec<_> = lines.iter().map(|line| (line.version, line.internal)).collect();
    assert_eq!(marks[..3], [(hidden, true), (quoted, false), (before.version, false)]);
    let waiting = scheduled_versions(&tx, "1007").await.unwrap();
    assert_eq!(waiting, [lines[0].clone()]);
    assert_eq!(service_version(&tx, "1007", quoted).await.unwrap().line, lines[1]);
}

// req: CAT-31
#[tokio::test]
async fn a_link_moves_the_revision_of_both_ends() {
    let db = db().await;
    let (one, other) = (pilot(&db, "P.11").await, pilot(&db, "P.02").await);
    let mut description = (*one.description).clone();
    description.related.push(other.code.clone());
    publish_now(&db, description).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let (one_after, other_after) = (pilot(&db, "P.11").await, pilot(&db, "P.02").await);
    assert_eq!(one_after.revision, one.revision + 1);
    assert_eq!((other_after.revision, other_after.version), (other.revision + 1, other.version));
    let events = events_of_stream(&tx, &Stream::service(other.id), 0, 50).await.unwrap();
    assert_eq!(events.last().unwrap().kind, SERVICE_LINKED);
}

// req: CAT-17
#[tokio::test]
async fn a_first_version_may_wait_for_its_day_as_a_draft() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let input = registration(&db).await;
    let mut tx = db.writing(&dace).await;
    let code = register_service(&mut tx, input).await.unwrap();
    let from = riga_date(tx.now()).checked_add_days(Days::new(1));
    publish(&mut tx, PublishService { from, ..PublishService::now(&code, 1, None) }).await.unwrap();
    tx.commit().await.unwrap();
    let hidden = service(&db.reading(&Caller::anonymous()).await, &code).await;
    assert_eq!(hidden.unwrap_err().kind(), ErrorKind::NotFound);
    db.test_clock().set(worktime::start_of_day(from.unwrap()));
    let mut tx = db.writing(&Caller::engine()).await;
    let id = service(&tx, &code).await.unwrap().id;
    take_effect(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(service(&db.reading(&Caller::anonymous()).await, &code).await.unwrap().is_open());
}
