//! A runner that is told to stop.

use super::note;
use crate::{Reader, Runner};
use async_trait::async_trait;
use kernel::{Caller, Result};
use std::{sync::Arc, time::Duration};
use storage::{Event, Write};
use test_support::TestDb;
use tokio::{sync::watch, task::yield_now, time::timeout};

/// Rests longer than any test runs.
struct Slow;

#[async_trait]
impl Reader for Slow {
    fn name(&self) -> &'static str {
        "slow"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["test.nothing"]
    }

    fn rest(&self) -> Duration {
        Duration::from_secs(3600)
    }

    async fn handle(&self, _: &mut Write, _: &Event) -> Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn it_stops_at_once_also_while_a_reader_rests_after_a_commit() {
    let db = TestDb::sqlite().await;
    let (stop, stopping) = watch::channel(false);
    let running = tokio::spawn(Runner::default().reader(Arc::new(Slow)).run((*db).clone(), stopping));
    // Many commits, so that one of them comes when the reader waits for it.
    for number in 0..50 {
        let mut tx = db.writing(&Caller::engine()).await;
        note(&mut tx, number).await.unwrap();
        tx.commit().await.unwrap();
        yield_now().await;
    }
    stop.send(true).unwrap();
    timeout(Duration::from_secs(20), running).await.expect("it stops").unwrap();
}
