//! A reader that cannot digest one event.

use super::{done, note};
use crate::{Reader, run_reader};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Caller, Error, Result};
use serde_json::json;
use std::sync::{Arc, Mutex};
use storage::{Event, Expected, NewEvent, Stream, Write, dead_letters, reader_states};
use test_support::TestDb;
use uuid::Uuid;

/// Fails at this event of five.
const BAD: u64 = 3;

/// Notes every event that it digests, and how many came at once.
#[derive(Default)]
struct Picky {
    batches: Mutex<Vec<usize>>,
}

#[async_trait]
impl Reader for Picky {
    fn name(&self) -> &'static str {
        "picky"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["case.noted"]
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        let number = event.data["n"].as_u64().unwrap();
        note(tx, u128::from(number)).await?;
        // After its work, so that a unit of work that was kept all the same would show.
        if number == BAD { Err(Error::unavailable("register-unreachable")) } else { Ok(()) }
    }

    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        self.batches.lock().unwrap().push(events.len());
        for event in events {
            self.handle(tx, event).await?;
        }
        Ok(())
    }
}

async fn five_events() -> TestDb {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let facts = (1..=5).map(|n| NewEvent::new("case.noted", 1, &json!({ "n": n })).unwrap()).collect();
    tx.append(Stream::new("case", Uuid::from_u128(100)), Expected::New, facts).await.unwrap();
    tx.commit().await.unwrap();
    db
}

#[tokio::test]
async fn a_batch_that_fails_comes_one_by_one_and_only_the_failing_event_waits() {
    let db = five_events().await;
    let picky = Arc::new(Picky::default());
    let reader: Arc<dyn Reader> = picky.clone();
    assert_eq!(run_reader(&db, &reader).await.unwrap(), 2);
    assert_eq!(done(&db).await, ["1", "2"], "what came before the failing event is kept, nothing of the failing one");
    // All, then one; the rest together again, then one; the rest, then the failing one alone.
    assert_eq!(*picky.batches.lock().unwrap(), [5, 1, 4, 1, 3, 1]);
    let state = reader_states(&db.reading(&Caller::engine()).await).await.unwrap().remove(0);
    assert_eq!((state.attempts, state.dead_letters), (1, 0));
    assert!(state.last_error.is_some_and(|error| error.contains("register-unreachable")));
    assert_eq!(run_reader(&db, &reader).await.unwrap(), 0, "not before its pause is over");
    assert_eq!(picky.batches.lock().unwrap().len(), 6);
}

#[tokio::test]
async fn an_event_that_always_fails_is_set_aside_and_the_others_arrive_once() {
    let db = five_events().await;
    let reader: Arc<dyn Reader> = Arc::new(Picky::default());
    for _ in 0..8 {
        assert!(dead_letters(&db.reading(&Caller::engine()).await, 10).await.unwrap().is_empty());
        run_reader(&db, &reader).await.unwrap();
        db.test_clock().advance(TimeDelta::minutes(10));
    }
    let tx = db.reading(&Caller::engine()).await;
    let letters = dead_letters(&tx, 10).await.unwrap();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!((letters[0].reader.as_str(), letters[0].kind.as_str()), ("picky", "case.noted"));
    assert!(letters[0].error.contains("register-unreachable"), "{letters:?}");
    drop(tx);
    assert_eq!(run_reader(&db, &reader).await.unwrap(), 2, "the reader goes on behind it");
    assert_eq!(done(&db).await, ["1", "2", "4", "5"]);
    let state = reader_states(&db.reading(&Caller::engine()).await).await.unwrap().remove(0);
    assert_eq!((state.attempts, state.dead_letters, state.last_error), (0, 1, None));
}

/// Panics where the other one only fails.
struct Panicky;

#[async_trait]
impl Reader for Panicky {
    fn name(&self) -> &'static str {
        "panicky"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["case.noted"]
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        let number = event.data["n"].as_u64().unwrap();
        note(tx, u128::from(number)).await?;
        assert_ne!(number, BAD);
        Ok(())
    }
}

#[tokio::test]
async fn an_event_that_makes_a_reader_panic_is_set_aside_and_the_others_arrive_once() {
    let db = five_events().await;
    let reader: Arc<dyn Reader> = Arc::new(Panicky);
    for _ in 0..9 {
        run_reader(&db, &reader).await.unwrap();
        db.test_clock().advance(TimeDelta::minutes(10));
    }
    assert_eq!(done(&db).await, ["1", "2", "4", "5"]);
    let letters = dead_letters(&db.reading(&Caller::engine()).await, 10).await.unwrap();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].error.contains("panicked"), "{letters:?}");
}
