//! Readers: one pass over what is new.

use crate::caught::caught;
use async_trait::async_trait;
use kernel::{Caller, Result};
use std::{sync::Arc, time::Duration};
use storage::{Database, Delivery, Event, Write};

/// Events of one unit of work: what writes meanwhile waits for it on an embedded database.
const BATCH: u64 = 100;

/// Events after which a reader that has much to catch up with rests.
const REST_AFTER: usize = 1_000;

/// Digests events in the order of the log.
#[async_trait]
pub trait Reader: Send + Sync {
    /// A name for ever: the cursor is kept under it.
    fn name(&self) -> &'static str;

    /// The kinds of events that matter; others are passed over without being read.
    fn kinds(&self) -> &'static [&'static str];

    /// How long after a commit it looks at the log, so that the many commits of a busy moment share one pass and its own
    /// commit. Readers of rare events whose work nobody waits for rest longer: each pass costs a commit.
    fn rest(&self) -> Duration {
        Duration::from_millis(250)
    }

    /// Digests one event in a unit of work that also moves the cursor. An event may come again after a failure
    /// elsewhere, so effects outside the database must be idempotent.
    ///
    /// # Errors
    /// Any error makes the event come again later.
    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()>;

    /// Digests several events in the order of the log. A reader that can do many with less work than one by one says so
    /// here; after a failure the events come one at a time.
    ///
    /// # Errors
    /// As [`Self::handle`].
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        for event in events {
            self.handle(tx, event).await?;
        }
        Ok(())
    }
}

/// Lets one reader digest what is new; returns how many events it passed. A batch that is not full ends the pass: what
/// comes meanwhile waits for the next one, so that at a busy moment many events share its questions and its commit.
///
/// # Errors
/// Unavailable when the database cannot be reached; failures of the reader are noted, not returned.
pub async fn run_reader(db: &Database, reader: &Arc<dyn Reader>) -> Result<usize> {
    let mut passed = 0;
    let mut limit = BATCH;
    loop {
        if !has_work(db, reader.name()).await? {
            return Ok(passed);
        }
        match pass(db, reader, limit).await? {
            Pass::Done(0) => return Ok(passed),
            Pass::Done(count) => {
                passed += count;
                // One after a failure: whether more waits is not known then.
                if count < usize::try_from(limit).unwrap_or(usize::MAX) {
                    return Ok(passed);
                }
                limit = BATCH;
                // Much waits, so more batches follow: other processes want to write too.
                if passed.is_multiple_of(REST_AFTER) {
                    db.give_way().await;
                }
            }
            // One by one, so that the events before the failing one are kept and only that one waits.
            Pass::Failed if limit > 1 => limit = 1,
            Pass::Failed => return Ok(passed),
        }
    }
}

/// Whether something waits that the reader may digest now; how long it has waited is told as a number.
async fn has_work(db: &Database, reader: &'static str) -> Result<bool> {
    let tx = db.read(&Caller::engine()).await?;
    let waiting = tx.waiting(reader).await?;
    let lag = waiting.since.map_or(0.0, |since| (tx.now() - since).as_seconds_f64().max(0.0));
    metrics::gauge!("durvis_reader_lag_seconds", "reader" => reader).set(lag);
    Ok(waiting.has_work)
}

enum Pass {
    Done(usize),
    Failed,
}

async fn pass(db: &Database, reader: &Arc<dyn Reader>, limit: u64) -> Result<Pass> {
    let mut tx = db.write(&Caller::engine()).await?;
    let Some(delivery) = tx.deliver(reader.name(), reader.kinds(), limit).await? else { return Ok(Pass::Done(0)) };
    match digest(&mut tx, reader, &delivery).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Pass::Done(delivery.events.len()))
        }
        Err(error) => {
            drop(tx);
            tracing::warn!(reader = reader.name(), %error, "reader failed");
            if limit == 1 {
                let mut tx = db.write(&Caller::engine()).await?;
                tx.not_delivered(&delivery, &error).await?;
                tx.commit().await?;
            }
            Ok(Pass::Failed)
        }
    }
}

async fn digest(tx: &mut Write, reader: &Arc<dyn Reader>, delivery: &Delivery) -> Result<()> {
    let wanted: Vec<&Event> = delivery.events.iter().collect();
    if !wanted.is_empty() {
        caught(reader.handle_all(tx, &wanted)).await?;
    }
    tx.delivered(delivery.reader, delivery.through).await?;
    metrics::counter!("durvis_events_read_total", "reader" => delivery.reader).increment(wanted.len() as u64);
    Ok(())
}
