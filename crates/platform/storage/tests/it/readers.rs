//! Readers of the log: each event once, failures retried, then set aside.

use crate::{append, stream};
use chrono::TimeDelta;
use kernel::{Caller, Error};
use storage::{Delivery, LogPosition, Write, dead_letters, reader_states};
use test_support::TestDb;

const READER: &str = "test";
const KINDS: [&str; 1] = ["case.noted"];

pub async fn a_batch_is_delivered_once(db: &TestDb) {
    append(db, stream(1), 3).await;
    append(db, stream(2), 2).await;
    let mut seen = Vec::new();
    while db.reading(&Caller::engine()).await.has_work(READER).await.unwrap() {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(delivery) = tx.deliver(READER, &KINDS, 2).await.unwrap() else { break };
        seen.extend(delivery.events.iter().map(|event| event.place.position));
        tx.delivered(READER, delivery.through).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(seen.len(), 5);
    assert!(seen.is_sorted());
}

pub async fn what_does_not_matter_is_passed_over(db: &TestDb) {
    append(db, stream(1), 5).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let nothing = tx.deliver(READER, &["case.other"], 2).await.unwrap().unwrap();
    assert!(nothing.events.is_empty());
    tx.delivered(READER, nothing.through).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!db.reading(&Caller::engine()).await.has_work(READER).await.unwrap());
    append(db, stream(2), 1).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let one = tx.deliver(READER, &KINDS, 2).await.unwrap().unwrap();
    assert_eq!((one.events.len(), one.through), (1, one.events[0].place));
}

pub async fn a_failing_event_is_set_aside(db: &TestDb) {
    append(db, stream(1), 1).await;
    let mut tries = 0;
    for _ in 0..1000 {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(delivery) = tx.deliver(READER, &KINDS, 1).await.unwrap() else {
            drop(tx);
            if !is_set_aside(db).await {
                db.test_clock().advance(TimeDelta::seconds(1));
                continue;
            }
            break;
        };
        tries += 1;
        tx.not_delivered(&delivery, &Error::unavailable("register-unreachable")).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(tries, 8, "tried with growing pauses, then set aside");
    assert!(is_set_aside(db).await);
    let tx = db.reading(&Caller::engine()).await;
    let letters = dead_letters(&tx, 10).await.unwrap();
    let told: Vec<_> = letters.iter().map(|one| (one.reader.as_str(), one.position, one.kind.as_str())).collect();
    assert_eq!(told, [(READER, 1, "case.noted")]);
    assert!(letters[0].error.contains("register-unreachable") && letters[0].at == tx.now(), "{letters:?}");
    assert!(dead_letters(&tx, 0).await.unwrap().is_empty(), "no more than asked for");
    drop(tx);
    append(db, stream(2), 1).await;
    assert!(db.reading(&Caller::engine()).await.has_work(READER).await.unwrap(), "the reader goes on");
}

/// A disk that is full for an hour makes no reader lose an event.
pub async fn an_outage_of_ones_own_is_waited_for(db: &TestDb) {
    append(db, stream(1), 1).await;
    for key in ["database-unavailable", "file-store"].repeat(10) {
        let (mut tx, delivery) = brought(db).await;
        tx.not_delivered(&delivery, &Error::unavailable(key)).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert!(!is_set_aside(db).await);
    let (tx, delivery) = brought(db).await;
    assert_eq!(delivery.events.len(), 1, "it still waits");
    drop(tx);
    let state = reader_states(&db.reading(&Caller::engine()).await).await.unwrap().remove(0);
    assert!(state.last_error.is_some_and(|error| error.contains("file-store")), "an operator sees why");
}

/// After a rebuild a reader reads what it could not digest before, and may fail at it once more.
pub async fn what_was_set_aside_before_is_set_aside_again(db: &TestDb) {
    append(db, stream(1), 1).await;
    for failure in ["register-unreachable", "outbound-resting"] {
        let mut tx = db.writing(&Caller::engine()).await;
        tx.move_reader(READER, LogPosition::default()).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..8 {
            let (mut tx, delivery) = brought(db).await;
            tx.not_delivered(&delivery, &Error::unavailable(failure)).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    let tx = db.reading(&Caller::engine()).await;
    assert!(!tx.has_work(READER).await.unwrap(), "the reader goes on behind it");
    let letters = dead_letters(&tx, 10).await.unwrap();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].error.contains("outbound-resting"), "the last failure is told: {letters:?}");
}

/// One process fails at an event for the last time, another digests it, and only then the first one notes its failure.
pub async fn a_failure_that_is_noted_late_brings_nothing_twice(db: &TestDb) {
    append(db, stream(1), 2).await;
    for _ in 0..7 {
        let (mut tx, delivery) = brought(db).await;
        tx.not_delivered(&delivery, &Error::unavailable("register-unreachable")).await.unwrap();
        tx.commit().await.unwrap();
    }
    let (failed, late) = brought(db).await;
    drop(failed);
    let (mut tx, _) = brought(db).await;
    let all = tx.deliver(READER, &KINDS, 10).await.unwrap().unwrap();
    tx.delivered(READER, all.through).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    tx.not_delivered(&late, &Error::unavailable("register-unreachable")).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert!(!tx.has_work(READER).await.unwrap(), "what was digested does not come again");
    let state = reader_states(&tx).await.unwrap().remove(0);
    assert_eq!((state.at, state.attempts, state.dead_letters), (all.through, 0, 0));
}

/// The next event that the reader is brought, when its pause is over.
async fn brought(db: &TestDb) -> (Write, Delivery) {
    for _ in 0..1000 {
        let mut tx = db.writing(&Caller::engine()).await;
        if let Some(delivery) = tx.deliver(READER, &KINDS, 1).await.unwrap() {
            return (tx, delivery);
        }
        drop(tx);
        db.test_clock().advance(TimeDelta::seconds(1));
    }
    panic!("nothing is brought to the reader");
}

pub async fn what_failed_is_forgotten_when_it_goes_well(db: &TestDb) {
    append(db, stream(1), 1).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let delivery = tx.deliver(READER, &KINDS, 1).await.unwrap().unwrap();
    tx.not_delivered(&delivery, &Error::unavailable("register-unreachable")).await.unwrap();
    tx.commit().await.unwrap();
    let failed = reader_states(&db.reading(&Caller::engine()).await).await.unwrap();
    assert!(failed[0].last_error.as_ref().is_some_and(|error| error.contains("register-unreachable")), "{failed:?}");
    assert_eq!(failed[0].attempts, 1);
    let mut tx = db.writing(&Caller::engine()).await;
    tx.delivered(READER, delivery.through).await.unwrap();
    tx.commit().await.unwrap();
    let state = reader_states(&db.reading(&Caller::engine()).await).await.unwrap().remove(0);
    assert_eq!((state.last_error, state.retry_at, state.attempts), (None, None, 0));
}

async fn is_set_aside(db: &TestDb) -> bool {
    let states = reader_states(&db.reading(&Caller::engine()).await).await.unwrap();
    states.iter().any(|state| state.dead_letters == 1)
}
