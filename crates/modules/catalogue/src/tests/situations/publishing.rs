//! Publishing, withdrawing, what services learn of it, and what was said when.

use super::super::pilot;
use super::{both, coordinator, house, published, text};
use crate::{
    PublishSituation, SERVICE_LINKED, SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SaveSituation, SituationText,
    WithdrawSituation, list_situations, publish_situation, save_situation, service, situation, situation_at,
    situation_version, situation_versions, situations_of_service, withdraw_situation, withdrawn_situation,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind};
use storage::{Stream, events_of_stream};
use test_support::TestDb;

async fn change(db: &TestDb, revision: i64, text: SituationText) {
    let mut tx = db.writing(&coordinator(db).await).await;
    let revision = save_situation(&mut tx, SaveSituation { slug: "kopa".into(), revision, text }).await.unwrap();
    let publish = PublishSituation { slug: "kopa".into(), revision, note: String::new() };
    publish_situation(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
}

async fn revisions(db: &TestDb) -> [i64; 3] {
    let tx = db.reading(&Caller::engine()).await;
    let mut all = [0; 3];
    for (at, code) in ["1007", "1001", "1002"].into_iter().enumerate() {
        all[at] = service(&tx, code).await.unwrap().revision;
    }
    all
}

// req: CAT-31
#[tokio::test]
async fn services_that_come_or_go_change_and_those_that_stay_do_not() {
    let db = house().await;
    let before = revisions(&db).await;
    published(&db, "kopa", &[&["1007"], &["1001", "1007"]]).await;
    let linked = revisions(&db).await;
    assert_eq!(linked, [before[0] + 1, before[1] + 1, before[2]]);
    // 1007 stays, 1001 goes, 1002 comes.
    change(&db, 2, text("Jauna situācija", &[&["1007", "1002"]])).await;
    let moved = revisions(&db).await;
    assert_eq!(moved, [linked[0], linked[1] + 1, linked[2] + 1]);
    // Another title is another word on the pages of all of them.
    change(&db, 4, text("Cits virsraksts", &[&["1007", "1002"]])).await;
    assert_eq!(revisions(&db).await, [moved[0] + 1, moved[1], moved[2] + 1]);
    let tx = db.reading(&Caller::anonymous()).await;
    let of = async |code| {
        situations_of_service(&tx, code).await.unwrap().into_iter().map(|line| line.slug).collect::<Vec<_>>()
    };
    assert!(of("1007").await.contains(&"kopa".to_owned()) && !of("1001").await.contains(&"kopa".to_owned()));
    let id = pilot(&db, "P.11").await.id;
    let events = events_of_stream(&tx, &Stream::service(id), 0, 99).await.unwrap();
    assert_eq!(events.last().unwrap().kind, SERVICE_LINKED);
}

// req: CAT-33, POR-03
#[tokio::test]
async fn what_it_said_on_a_day_can_be_read_for_ever_also_after_it_was_withdrawn() {
    let db = house().await;
    published(&db, "kopa", &[&["1007"]]).await;
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(1));
    change(&db, 2, text("Otrais", &[&["1007"]])).await;
    db.test_clock().set(t0 + TimeDelta::days(2));
    let mut tx = db.writing(&coordinator(&db).await).await;
    withdraw_situation(&mut tx, WithdrawSituation { slug: "kopa".into(), revision: 4 }).await.unwrap();
    let again = withdraw_situation(&mut tx, WithdrawSituation { slug: "kopa".into(), revision: 5 }).await;
    assert_eq!(again.unwrap_err().key(), "situation-not-published");
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(situation(&tx, "kopa").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert!(situations_of_service(&tx, "1007").await.unwrap().iter().all(|line| line.slug != "kopa"));
    assert!(list_situations(&tx, None).await.unwrap().iter().all(|line| line.slug != "kopa"));
    let said = async |hours| {
        situation_at(&tx, "kopa", t0 + TimeDelta::hours(hours)).await.map(|then| then.text.title.lv.clone())
    };
    assert_eq!(said(1).await.unwrap(), "Jauna situācija");
    assert_eq!(said(25).await.unwrap(), "Otrais");
    assert_eq!(said(49).await.unwrap_err().kind(), ErrorKind::NotFound);
    let lines = situation_versions(&tx, "kopa").await.unwrap();
    assert_eq!(lines.iter().map(|line| line.version).collect::<Vec<_>>(), [2, 1]);
    let (first, then) = situation_version(&tx, "kopa", 1).await.unwrap();
    assert_eq!((first.valid_to, then.text.title.lv.as_str()), (lines[1].valid_to, "Jauna situācija"));
    assert_eq!(situation_version(&tx, "kopa", 3).await.unwrap_err().kind(), ErrorKind::NotFound);
    let gone = withdrawn_situation(&tx, "kopa").await.unwrap();
    assert_eq!((gone.since, gone.situation.text.title.lv.as_str()), (t0 + TimeDelta::days(2), "Otrais"));
    assert_eq!(withdrawn_situation(&tx, "childbirth").await.unwrap_err().kind(), ErrorKind::NotFound);
    // The same text may come back: under a number of its own, since what was public keeps its times.
    drop(tx);
    let mut tx = db.writing(&coordinator(&db).await).await;
    let publish = PublishSituation { slug: "kopa".into(), revision: 5, note: String::new() };
    assert_eq!(publish_situation(&mut tx, publish).await.unwrap(), 3);
    let id = situation(&tx, "kopa").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::new("situation", id.uuid()), 0, 99).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).skip(1).collect();
    assert_eq!(kinds, [SITUATION_PUBLISHED, SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SITUATION_PUBLISHED]);
}

// req: POR-06
#[tokio::test]
async fn gaps_and_services_that_the_public_cannot_open_keep_it_back() {
    let db = house().await;
    let mut wrong = text("Jauns", &[&["1007"], &["9999"]]);
    wrong.summary.en.clear();
    wrong.steps[0].text = Default::default();
    let mut tx = db.writing(&coordinator(&db).await).await;
    let revision =
        save_situation(&mut tx, SaveSituation { slug: "childbirth".into(), revision: 2, text: wrong }).await.unwrap();
    let publish = PublishSituation { slug: "childbirth".into(), revision, note: String::new() };
    let error = publish_situation(&mut tx, publish).await.unwrap_err();
    assert_eq!(error.key(), "situation-incomplete");
    let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["summary-en", "step-0-text-lv", "step-0-text-en", "step-1-services"]);
}

#[tokio::test]
async fn publishing_refuses_a_stale_revision_and_what_is_public_already() {
    let db = house().await;
    let mut tx = db.writing(&coordinator(&db).await).await;
    let publish = |revision, note: &str| PublishSituation { slug: "childbirth".into(), revision, note: note.into() };
    assert_eq!(publish_situation(&mut tx, publish(1, "")).await.unwrap_err().kind(), ErrorKind::Stale);
    assert_eq!(publish_situation(&mut tx, publish(2, "")).await.unwrap_err().key(), "situation-unchanged");
    let long = publish_situation(&mut tx, publish(2, &"a".repeat(501))).await.unwrap_err();
    assert_eq!(long.field_errors()[0].path, "note");
    let mut other = text("x", &[]);
    other.title = both("Vēl viens");
    assert_eq!(situation(&tx, "childbirth").await.unwrap().version, 1);
}
