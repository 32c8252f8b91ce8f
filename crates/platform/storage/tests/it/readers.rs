//! Readers of the log: each event once, failures retried, then set aside.

use crate::{append, stream};
use chrono::TimeDelta;
use kernel::{Caller, Error};
use storage::reader_states;
use test_support::TestDb;

const READER: &str = "test";

pub async fn a_batch_is_delivered_once(db: &TestDb) {
    append(db, stream(1), 3).await;
    append(db, stream(2), 2).await;
    let mut seen = Vec::new();
    while db.reading(&Caller::engine()).await.has_work(READER).await.unwrap() {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(delivery) = tx.deliver(READER, 2).await.unwrap() else { break };
        seen.extend(delivery.events.iter().map(|event| event.place.position));
        tx.delivered(READER, delivery.events.last().unwrap().place).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(seen.len(), 5);
    assert!(seen.is_sorted());
}

pub async fn a_failing_event_is_set_aside(db: &TestDb) {
    append(db, stream(1), 1).await;
    let mut tries = 0;
    for _ in 0..1000 {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(delivery) = tx.deliver(READER, 1).await.unwrap() else {
            drop(tx);
            if !dead_letters(db).await {
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
    assert!(dead_letters(db).await);
    append(db, stream(2), 1).await;
    assert!(db.reading(&Caller::engine()).await.has_work(READER).await.unwrap(), "the reader goes on");
}

async fn dead_letters(db: &TestDb) -> bool {
    let states = reader_states(&db.reading(&Caller::engine()).await).await.unwrap();
    states.iter().any(|state| state.dead_letters == 1)
}
