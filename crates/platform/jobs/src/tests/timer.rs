//! A timer whose work never succeeds, in whatever way it fails.

use super::{done, note};
use crate::{TimerHandler, run_timers};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Caller, Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use storage::{Timer, Write};
use test_support::TestDb;
use uuid::Uuid;

/// Works, then fails.
#[derive(Default)]
struct Failing {
    tries: AtomicU32,
}

#[async_trait]
impl TimerHandler for Failing {
    fn kind(&self) -> &'static str {
        "test.failing"
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        self.tries.fetch_add(1, Ordering::Relaxed);
        note(tx, timer.subject.as_u128()).await?;
        Err(Error::unavailable("register-unreachable"))
    }
}

pub(super) struct Working;

#[async_trait]
impl TimerHandler for Working {
    fn kind(&self) -> &'static str {
        "test.working"
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        note(tx, timer.subject.as_u128()).await
    }
}

#[tokio::test]
async fn a_timer_that_always_fails_gives_up_where_an_operator_sees_it_and_the_others_go_on() {
    let db = TestDb::sqlite().await;
    let (bad, good) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let mut tx = db.writing(&Caller::engine()).await;
    let now = tx.now();
    tx.schedule("test.failing", bad, now).await.unwrap();
    tx.schedule("test.working", good, now + TimeDelta::seconds(1)).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::seconds(1));
    let failing = Arc::new(Failing::default());
    let handlers: Vec<Arc<dyn TimerHandler>> = vec![failing.clone(), Arc::new(Working)];
    assert_eq!(run_timers(&db, &handlers).await.unwrap(), 1, "the one that is due later is done all the same");
    assert_eq!(run_timers(&db, &handlers).await.unwrap(), 0, "not before its pause is over");
    assert_eq!(failing.tries.load(Ordering::Relaxed), 1);
    for tries in 2..=8 {
        assert!(db.reading(&Caller::engine()).await.dead_timers().await.unwrap().is_empty(), "before try {tries}");
        db.test_clock().advance(TimeDelta::minutes(10));
        assert_eq!(run_timers(&db, &handlers).await.unwrap(), 0);
        assert_eq!(failing.tries.load(Ordering::Relaxed), tries);
    }
    let dead = db.reading(&Caller::engine()).await.dead_timers().await.unwrap();
    assert_eq!(dead.len(), 1, "{dead:?}");
    assert_eq!((dead[0].kind.as_str(), dead[0].subject), ("test.failing", bad));
    assert!(dead[0].last_error.contains("register-unreachable"), "{dead:?}");
    db.test_clock().advance(TimeDelta::days(1));
    assert_eq!(run_timers(&db, &handlers).await.unwrap(), 0);
    assert_eq!(failing.tries.load(Ordering::Relaxed), 8, "it is not tried again");
    assert_eq!(done(&db).await, [good.as_u128().to_string()], "nothing of the failed work is kept");
}

/// Fails in a way that nobody foresaw.
struct Panicking;

#[async_trait]
impl TimerHandler for Panicking {
    fn kind(&self) -> &'static str {
        "test.panicking"
    }

    async fn fire(&self, _: &mut Write, _: &Timer) -> Result<()> {
        panic!("nobody foresaw this")
    }
}

/// Ends well, and only the commit learns that a row of it is there already.
struct Refused;

#[async_trait]
impl TimerHandler for Refused {
    fn kind(&self) -> &'static str {
        "test.refused"
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        note(tx, timer.subject.as_u128()).await?;
        note(tx, timer.subject.as_u128()).await
    }
}

/// What the last failure of `bad` says, tried until it is given up beside a timer that works.
async fn given_up(bad: Arc<dyn TimerHandler>) -> String {
    let db = TestDb::sqlite().await;
    let good = Uuid::from_u128(2);
    let mut tx = db.writing(&Caller::engine()).await;
    let now = tx.now();
    tx.schedule(bad.kind(), Uuid::from_u128(1), now).await.unwrap();
    tx.schedule("test.working", good, now).await.unwrap();
    tx.commit().await.unwrap();
    let handlers: Vec<Arc<dyn TimerHandler>> = vec![bad, Arc::new(Working)];
    assert_eq!(run_timers(&db, &handlers).await.unwrap(), 1, "the other one is done");
    for _ in 2..=8 {
        db.test_clock().advance(TimeDelta::minutes(10));
        assert_eq!(run_timers(&db, &handlers).await.unwrap(), 0);
    }
    assert_eq!(done(&db).await, [good.as_u128().to_string()], "nothing of the failed work is kept");
    let mut dead = db.reading(&Caller::engine()).await.dead_timers().await.unwrap();
    assert_eq!(dead.len(), 1, "{dead:?}");
    dead.remove(0).last_error
}

#[tokio::test]
async fn a_timer_that_panics_is_given_up_and_the_others_go_on() {
    let said = given_up(Arc::new(Panicking)).await;
    assert!(said.contains("panicked") && !said.contains("foresaw"), "{said}");
}

#[tokio::test]
async fn a_timer_whose_rows_the_commit_refuses_is_given_up_and_the_others_go_on() {
    let said = given_up(Arc::new(Refused)).await;
    assert!(said.contains("already-exists"), "{said}");
}
