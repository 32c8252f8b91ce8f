//! The server of the database was started again while the platform ran.

use crate::{append, stream};
use kernel::Caller;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::time::Duration;
use storage::events_of_stream;
use test_support::TestDb;

/// Ends every connection but the one that asks for it, as a restart does.
const END_OTHERS: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
    WHERE datname = current_database() AND pid <> pg_backend_pid()";

pub async fn connections_that_the_server_ended_are_passed_over(db: &TestDb) {
    let engine = Caller::engine();
    // Several connections of each kind lie ready.
    let ready =
        (db.writing(&engine).await, db.writing(&engine).await, db.reading(&engine).await, db.reading(&engine).await);
    drop(ready);
    db.for_migrations().execute_unprepared(END_OTHERS).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;

    let (first, second) = (db.writing(&engine).await, db.writing(&engine).await);
    drop((first, second));
    append(db, stream(1), 2).await;
    for _ in 0..2 {
        let tx = db.reading(&engine).await;
        assert_eq!(events_of_stream(&tx, &stream(1), 0, 10).await.unwrap().len(), 2);
        let question = Statement::from_string(DbBackend::Postgres, "SELECT 1 AS one");
        assert!(db.glance(&engine).conn().query_one_raw(question).await.unwrap().is_some());
    }
    let mut tx = db.writing(&engine).await;
    assert_eq!(tx.next_number("after the restart").await.unwrap(), 1);
    tx.commit().await.unwrap();
}
