//! What only an embedded database has: how it is compiled, and settings of each connection.

use crate::{append, stream};
use kernel::{Caller, Error, ErrorKind};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use storage::{Database, Expected, NewEvent, Read, Settings, events_of_stream};
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
    for n in 1..=4 {
        // A pause, so that the writes meet several batches and not one gap between two.
        tokio::time::sleep(Duration::from_millis(400)).await;
        let begun = Instant::now();
        append(&db, stream(n), 1).await;
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

/// More than all pages that are still free.
const LARGE: usize = 8_000_000;

/// A full disk makes SQLite end a transaction by itself. What is acknowledged after that is kept, also when somebody gave
/// up a unit of work meanwhile.
// req: REG-01, AUD-02
#[tokio::test]
async fn what_is_acknowledged_after_a_full_disk_is_kept() {
    let db = TestDb::sqlite().await;
    append(&db, stream(1), 1).await;
    let pages = number(&db.reading(&Caller::engine()).await, "PRAGMA page_count").await;
    db.for_migrations().execute_unprepared(&format!("PRAGMA max_page_count = {pages}")).await.unwrap();
    let full = append_large(&db).await.unwrap_err();
    assert_eq!((full.kind(), full.key()), (ErrorKind::Unavailable, "database-unavailable"), "{full}");

    let mut given_up = db.writing(&Caller::engine()).await;
    given_up.append(stream(3), Expected::Any, vec![crate::fact(1)]).await.unwrap();
    drop(given_up);
    append(&db, stream(4), 1).await;
    append_large(&db).await.unwrap();

    // Another connection sees only what is committed.
    let tx = db.reading(&Caller::engine()).await;
    for (n, count) in [(1, 1), (2, 1), (3, 0), (4, 1)] {
        assert_eq!(events_of_stream(&tx, &stream(n), 0, 10).await.unwrap().len(), count, "stream {n}");
    }
}

/// One who goes on after a refusal does not end with something that looks kept.
#[tokio::test]
async fn a_refused_question_spoils_the_unit_of_work() {
    let db = TestDb::sqlite().await;
    let tx = db.writing(&Caller::engine()).await;
    tx.conn().execute_unprepared("INSERT INTO no_such_table VALUES (1)").await.unwrap_err();
    tx.commit().await.unwrap_err();
    append(&db, stream(1), 1).await;
    assert_eq!(events_of_stream(&db.reading(&Caller::engine()).await, &stream(1), 0, 10).await.unwrap().len(), 1);
}

async fn append_large(db: &TestDb) -> Result<(), Error> {
    let mut tx = db.writing(&Caller::engine()).await;
    let fact = NewEvent::new("case.noted", 1, &json!({ "words": "a".repeat(LARGE) }))?;
    tx.append(stream(2), Expected::New, vec![fact]).await?;
    tx.commit().await
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
