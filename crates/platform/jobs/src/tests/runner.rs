//! A runner that is told to stop, and one whose clock jumps.

use super::{done, note, timer::Working};
use crate::{Reader, Runner};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Caller, Result};
use std::{sync::Arc, time::Duration};
use storage::{Event, Write};
use test_support::TestDb;
use tokio::{
    sync::watch,
    task::yield_now,
    time::{sleep, timeout},
};
use uuid::Uuid;

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

/// The machine slept for hours: its clock jumps, and nothing is written that would wake anybody.
#[tokio::test]
async fn what_became_due_while_the_machine_slept_is_done_without_a_restart() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let later = tx.now() + TimeDelta::hours(3);
    tx.schedule("test.working", Uuid::from_u128(1), later).await.unwrap();
    tx.commit().await.unwrap();
    let (stop, stopping) = watch::channel(false);
    let running = tokio::spawn(Runner::default().timer(Arc::new(Working)).run((*db).clone(), stopping));
    sleep(Duration::from_millis(600)).await;
    assert!(done(&db).await.is_empty(), "it is not due yet");
    db.test_clock().advance(TimeDelta::hours(8));
    let fired = async {
        while done(&db).await.is_empty() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(20), fired).await.expect("it is done");
    stop.send(true).unwrap();
    running.await.unwrap();
}
