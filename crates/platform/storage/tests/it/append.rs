//! Appending: numbers, revisions, roll-back.

use crate::{append, fact, stream};
use chrono::{DateTime, Utc};
use kernel::{Caller, Channel, ErrorKind};
use storage::{Expected, NewEvent, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

pub async fn a_stream_counts_from_one(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(tx.append(stream(1), Expected::New, vec![fact(1), fact(2)]).await.unwrap(), 2);
    assert_eq!(tx.append(stream(1), Expected::At(2), vec![fact(3)]).await.unwrap(), 3);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let numbers: Vec<i64> =
        events_of_stream(&tx, &stream(1), 0, 10).await.unwrap().iter().map(|event| event.sequence).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

pub async fn a_stale_writer_is_refused(db: &TestDb) {
    append(db, stream(1), 2).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let error = tx.append(stream(1), Expected::At(1), vec![fact(3)]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Stale);
    drop(tx);
    let mut tx = db.writing(&Caller::engine()).await;
    tx.append(stream(1), Expected::New, vec![fact(3)]).await.unwrap();
    assert_eq!(tx.commit().await.unwrap_err().kind(), ErrorKind::Conflict);
}

/// Rows that wait are seen by the next question, each in its place.
pub async fn rows_that_wait_are_seen(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    for n in 1..=2 {
        tx.append(stream(n), Expected::New, vec![fact(1)]).await.unwrap();
        tx.schedule("case.overdue", Uuid::from_u128(n), tx.now()).await.unwrap();
    }
    let mut places = Vec::new();
    for n in 1..=2 {
        places.extend(events_of_stream(&tx, &stream(n), 0, 10).await.unwrap().iter().map(|event| event.place));
    }
    assert!(places.len() == 2 && places.is_sorted(), "{places:?}");
    assert!(tx.timer_due(&["case.overdue"]).await.unwrap());
}

/// Somebody who passes over the refusal of a row cannot keep the rest.
pub async fn a_refused_row_spoils_the_unit_of_work(db: &TestDb) {
    append(db, stream(1), 1).await;
    let mut tx = db.writing(&Caller::engine()).await;
    tx.append(stream(2), Expected::New, vec![fact(1)]).await.unwrap();
    tx.append(stream(1), Expected::New, vec![fact(2)]).await.unwrap();
    let refused = events_of_stream(&tx, &stream(1), 0, 10).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Conflict);
    tx.append(stream(3), Expected::New, vec![fact(1)]).await.unwrap_err();
    assert_eq!(tx.commit().await.unwrap_err().kind(), ErrorKind::Internal);
    let tx = db.reading(&Caller::engine()).await;
    for n in [2, 3] {
        assert!(events_of_stream(&tx, &stream(n), 0, 10).await.unwrap().is_empty(), "stream {n}");
    }
}

pub async fn nothing_is_kept_without_commit(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    tx.append(stream(1), Expected::New, vec![fact(1)]).await.unwrap();
    drop(tx);
    let tx = db.reading(&Caller::engine()).await;
    assert!(events_of_stream(&tx, &stream(1), 0, 10).await.unwrap().is_empty());
}

pub async fn a_reader_cannot_write(db: &TestDb) {
    use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
    let tx = db.reading(&Caller::anonymous()).await;
    let backend: DbBackend = tx.conn().get_database_backend();
    let sql = "INSERT INTO number_series (series, next) VALUES ('x', 1)";
    assert!(tx.conn().execute_raw(Statement::from_string(backend, sql)).await.is_err());
}

pub async fn values_come_back_as_they_went(db: &TestDb) {
    let at: DateTime<Utc> = "2011-10-11T11:42:22.688123Z".parse().unwrap();
    let data = serde_json::json!({ "vārds": "Šķūņa žņaugs — “ģ”", "n": 1 });
    let fact = NewEvent::new("case.noted", 3, &data).unwrap().at(at).channel(Channel::Post);
    let mut tx = db.writing(&Caller::client(crate::person(7))).await;
    tx.append(stream(1), Expected::New, vec![fact]).await.unwrap();
    let recorded = tx.now();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let event = events_of_stream(&tx, &stream(1), 0, 1).await.unwrap().remove(0);
    assert_eq!((event.at, event.recorded_at, event.version), (at, recorded, 3));
    assert_eq!((event.data, event.channel), (data, Channel::Post));
    assert_eq!((event.actor.person, event.actor.party), (Some(crate::person(7)), None));
}
