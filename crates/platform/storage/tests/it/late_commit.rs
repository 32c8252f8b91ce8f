//! PostgreSQL lets a transaction with a lower position commit later: nobody may have passed it.

use crate::{append, fact, stream};
use kernel::Caller;
use storage::{Expected, LogPosition, Stream, events_after, events_of_stream};
use test_support::TestDb;

pub async fn a_late_commit_is_not_skipped(db: &TestDb) {
    let mut slow = db.writing(&Caller::engine()).await;
    slow.append(stream(1), Expected::New, vec![fact(1)]).await.unwrap();
    // A question takes the row to the database, which gives it its place.
    assert_eq!(events_of_stream(&slow, &stream(1), 0, 10).await.unwrap().len(), 1);
    let mut fast = db.writing(&Caller::engine()).await;
    fast.append(stream(2), Expected::New, vec![fact(2)]).await.unwrap();
    fast.commit().await.unwrap();

    let seen = read(db, LogPosition::default()).await;
    assert!(seen.is_empty(), "the later event waits for the earlier transaction");
    slow.commit().await.unwrap();

    let seen = read(db, LogPosition::default()).await;
    let streams: Vec<_> = seen.iter().map(|event| event.stream.clone()).collect();
    assert_eq!(streams, [stream(1), stream(2)]);
    assert!(read(db, seen[1].place).await.is_empty());
}

/// The first transaction takes its number, then waits while the second appends to the same stream.
pub async fn a_stream_is_read_in_sequence(db: &TestDb) {
    let mut early = db.writing(&Caller::engine()).await;
    early.claim_key("test", "takes a number", "digest", stream(9).id).await.unwrap();
    append(db, stream(1), 1).await;
    early.append(stream(1), Expected::Any, vec![fact(2)]).await.unwrap();
    early.commit().await.unwrap();
    let sequence: Vec<i64> = read(db, LogPosition::default()).await.iter().map(|event| event.sequence).collect();
    assert_eq!(sequence, [1, 2]);
}

async fn read(db: &TestDb, after: LogPosition) -> Vec<storage::Event> {
    events_after(&db.reading(&Caller::engine()).await, after, 10).await.unwrap()
}

/// The cursor of a reader moves to the end of what is complete, and no further.
pub async fn a_cursor_does_not_pass_a_late_commit(db: &TestDb) {
    let mut slow = db.writing(&Caller::engine()).await;
    slow.append(stream(1), Expected::New, vec![fact(1)]).await.unwrap();
    assert_eq!(events_of_stream(&slow, &stream(1), 0, 10).await.unwrap().len(), 1);
    append(db, stream(2), 1).await;
    assert_eq!(deliver(db).await, [], "nothing is complete yet");
    slow.commit().await.unwrap();
    assert_eq!(deliver(db).await, [stream(1), stream(2)]);
    assert_eq!(deliver(db).await, []);
}

async fn deliver(db: &TestDb) -> Vec<Stream> {
    let mut tx = db.writing(&Caller::engine()).await;
    let Some(delivery) = tx.deliver("late", &["case.noted"], 10).await.unwrap() else { return Vec::new() };
    tx.delivered("late", delivery.through).await.unwrap();
    tx.commit().await.unwrap();
    delivery.events.into_iter().map(|event| event.stream).collect()
}
