//! What happens when a reader or a timer fails: the rest goes on, and an operator sees what was set aside.

mod reader;
mod runner;
mod timer;

use kernel::{Caller, Result};
use serde_json::json;
use storage::{Event, Expected, LogPosition, NewEvent, Stream, Write, events_after};
use test_support::TestDb;
use uuid::Uuid;

/// Notes in the log that a piece of work was done; a second note for the same number is refused.
async fn note(tx: &mut Write, number: u128) -> Result<()> {
    let done = NewEvent::new("test.done", 1, &json!({ "n": number.to_string() }))?;
    tx.append(Stream::new("test", Uuid::from_u128(number)), Expected::New, vec![done]).await?;
    Ok(())
}

/// The numbers of what was done, in the order in which it was kept.
async fn done(db: &TestDb) -> Vec<String> {
    let tx = db.reading(&Caller::engine()).await;
    let events: Vec<Event> = events_after(&tx, LogPosition::default(), 1000).await.unwrap();
    let notes = events.iter().filter(|event| event.kind == "test.done");
    notes.map(|event| event.text("n").unwrap().to_owned()).collect()
}
