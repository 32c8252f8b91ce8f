//! Several workers on one database, as several processes are: each event and each timer is done once.

use crate::{append, stream};
use kernel::Caller;
use std::collections::BTreeMap;
use storage::{Database, events_of_stream};
use test_support::TestDb;
use tokio::task::JoinSet;

const WORKERS: usize = 4;
const READER: &str = "together";

pub async fn workers_share_a_reader(db: &TestDb) {
    for n in 1..=20 {
        append(db, stream(n), 3).await;
    }
    let mut workers = JoinSet::new();
    for _ in 0..WORKERS {
        workers.spawn(digest((**db).clone()));
    }
    let digested: Vec<i64> = workers.join_all().await.concat();
    let mut times = BTreeMap::new();
    digested.iter().for_each(|position| *times.entry(position).or_insert(0) += 1);
    assert_eq!((times.len(), digested.len()), (60, 60), "each event once");
}

/// Delivers until nothing is left; another worker may hold the cursor meanwhile.
async fn digest(db: Database) -> Vec<i64> {
    let mut seen = Vec::new();
    while db.read(&Caller::engine()).await.unwrap().has_work(READER).await.unwrap() {
        let mut tx = db.write(&Caller::engine()).await.unwrap();
        if let Some(delivery) = tx.deliver(READER, &["case.noted"], 7).await.unwrap() {
            tx.delivered(READER, delivery.through).await.unwrap();
            tx.commit().await.unwrap();
            seen.extend(delivery.events.iter().map(|event| event.place.position));
        } else {
            drop(tx);
            tokio::task::yield_now().await;
        }
    }
    seen
}

pub async fn workers_share_timers(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    let due = tx.now();
    for n in 1..=40 {
        tx.schedule("case.overdue", stream(n).id, due).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut workers = JoinSet::new();
    for _ in 0..WORKERS {
        workers.spawn(fire((**db).clone()));
    }
    let mut fired = workers.join_all().await.concat();
    fired.sort_unstable();
    assert_eq!(fired, (1..=40).map(|n| stream(n).id).collect::<Vec<_>>(), "each timer once");
}

async fn fire(db: Database) -> Vec<uuid::Uuid> {
    let mut fired = Vec::new();
    while db.read(&Caller::engine()).await.unwrap().timer_due(&["case.overdue"]).await.unwrap() {
        let mut tx = db.write(&Caller::engine()).await.unwrap();
        if let Some(timer) = tx.claim_timer(&["case.overdue"]).await.unwrap() {
            tx.cancel_timer(&timer.kind, timer.subject).await.unwrap();
            tx.commit().await.unwrap();
            fired.push(timer.subject);
        }
    }
    fired
}

/// What commits while a unit of work reads is not in it: two questions of one page never contradict each other.
pub async fn a_read_sees_one_state(db: &TestDb) {
    append(db, stream(1), 1).await;
    let reading = db.reading(&Caller::engine()).await;
    assert_eq!(events_of_stream(&reading, &stream(1), 0, 10).await.unwrap().len(), 1);
    append(db, stream(1), 1).await;
    assert_eq!(events_of_stream(&reading, &stream(1), 0, 10).await.unwrap().len(), 1);
    drop(reading);
    let later = db.reading(&Caller::engine()).await;
    assert_eq!(events_of_stream(&later, &stream(1), 0, 10).await.unwrap().len(), 2);
}
