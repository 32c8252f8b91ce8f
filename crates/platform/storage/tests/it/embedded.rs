//! What only an embedded database has: how it is compiled, and settings of each connection.

use crate::append;
use kernel::Caller;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use storage::{Database, Read, Settings};
use test_support::TestDb;

/// Another process at the same database, as a command beside the platform is one.
async fn other_process(db: &TestDb) -> Database {
    let url = format!("sqlite://{}", db.folder().join("test.db").display());
    Database::connect(Settings::new(url, db.folder().join("blobs"))).await.unwrap()
}

/// Work in many batches, such as a rebuild, never keeps another process from writing: here each batch holds the
/// lock three quarters of the time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_writes_batch_after_batch_lets_others_write_too() {
    let db = TestDb::sqlite().await;
    let other = other_process(&db).await;
    let stop = Arc::new(AtomicBool::new(false));
    let batches = tokio::spawn({
        let stop = Arc::clone(&stop);
        async move {
            let mut done = 0_u32;
            while !stop.load(Ordering::Relaxed) {
                let tx = other.write(&Caller::engine()).await.unwrap();
                tokio::time::sleep(Duration::from_millis(500)).await;
                tx.commit().await.unwrap();
                other.give_way().await;
                done += 1;
            }
            other.close().await.unwrap();
            done
        }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    for n in 1..=4 {
        let begun = Instant::now();
        append(&db, crate::stream(n), 1).await;
        assert!(begun.elapsed() < Duration::from_secs(3), "write {n} waited for {:?}", begun.elapsed());
    }
    stop.store(true, Ordering::Relaxed);
    assert!(batches.await.unwrap() >= 2, "the batches went on meanwhile");
}

/// A command beside a busy platform asks again for the lock, and longer than a request would.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_outlasts_a_lock_that_a_request_would_not() {
    let db = TestDb::sqlite().await;
    let other = other_process(&db).await;
    let held = db.writing(&Caller::engine()).await;
    let waiting = tokio::spawn(async move {
        let tx = other.write_patiently(&Caller::engine()).await.unwrap();
        tx.commit().await.unwrap();
        other.close().await.unwrap();
    });
    tokio::time::sleep(Duration::from_secs(12)).await;
    assert!(!waiting.is_finished(), "it waits, it does not fail");
    drop(held);
    waiting.await.unwrap();
}

/// Many connections read, so each keeps few pages in memory (decision 0018).
#[tokio::test]
async fn readers_keep_less_in_memory_than_the_writer() {
    let db = TestDb::sqlite().await;
    let reader = db.reading(&Caller::engine()).await;
    let writer = db.writing(&Caller::engine()).await;
    assert_eq!((kibibytes(&reader).await, kibibytes(&writer).await), (4 * 1024, 16 * 1024));
}

/// Without the guarantee every look-up of one row is parsed and planned at each use (decision 0019).
#[tokio::test]
async fn plans_do_not_hang_on_values() {
    let db = TestDb::sqlite().await;
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(number(&tx, "SELECT sqlite_compileoption_used('ENABLE_QPSG')").await, 1);
}

/// SQLite states a size in KiB as a negative number, one in pages as a positive one.
async fn kibibytes(tx: &Read) -> i64 {
    -number(tx, "PRAGMA cache_size").await
}

async fn number(tx: &Read, question: &str) -> i64 {
    let asked = Statement::from_string(DbBackend::Sqlite, question);
    let row = tx.conn().query_one_raw(asked).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}
