//! What is over is forgotten in portions.
use chrono::TimeDelta;
use kernel::Caller;
use storage::{KEEP_KEYS_DAYS, Write};
use test_support::TestDb;
use uuid::Uuid;

use crate::subscriptions::{FORGET_KEYS, forget_keys};

/// Claims this many keys at one instant.
async fn claim(db: &TestDb, count: usize) {
    let mut tx = db.writing(&Caller::engine()).await;
    for n in 0..count {
        tx.claim_key("anna", &n.to_string(), "digest", Uuid::nil()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn is_due(tx: &mut Write) -> bool {
    tx.claim_timer(&[FORGET_KEYS]).await.unwrap().is_some()
}

#[tokio::test]
async fn old_keys_go_every_day_and_many_of_them_sooner() {
    let db = TestDb::sqlite().await;
    for (count, soon) in [(1_001, true), (3, false)] {
        claim(&db, count).await;
        db.test_clock().advance(TimeDelta::days(KEEP_KEYS_DAYS) + TimeDelta::hours(1));
        let mut tx = db.writing(&Caller::engine()).await;
        forget_keys(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for (later, due) in [(TimeDelta::minutes(1), soon), (TimeDelta::days(1), true)] {
            db.test_clock().advance(later);
            assert_eq!(is_due(&mut db.writing(&Caller::engine()).await).await, due, "{count} keys, {later}");
        }
    }
}
