//! The server of the database was started again while the platform ran.

use crate::{append, stream};
use kernel::{Caller, ErrorKind};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::time::Duration;
use storage::{Expected, events_of_stream};
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

/// Set for the database, so that each new connection has it; a session that may write takes it back.
const ONLY_READ: &str = "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', \
    current_database()); END $$";
const WRITE_AGAIN: &str = "BEGIN READ WRITE; DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET \
    default_transaction_read_only', current_database()); END $$; COMMIT";

/// As while another server takes over, or when the operator of the database has seen its disk fill up.
pub async fn a_server_that_only_reads_is_an_outage_and_no_defect(db: &TestDb) {
    let engine = Caller::engine();
    db.takes_changes().await.unwrap();
    db.for_migrations().execute_unprepared(ONLY_READ).await.unwrap();
    end_writers(db).await;
    assert_eq!(db.takes_changes().await.unwrap_err().kind(), ErrorKind::Unavailable);
    let mut tx = db.writing(&engine).await;
    let refused = tx.append(stream(1), Expected::Any, vec![crate::fact(1)]).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Unavailable, "database-unavailable"), "{refused}");
    drop(tx);
    db.for_migrations().execute_unprepared(WRITE_AGAIN).await.unwrap();
    end_writers(db).await;
    db.takes_changes().await.unwrap();
    append(db, stream(1), 1).await;
}

/// Ends every connection but one that reads.
async fn end_writers(db: &TestDb) {
    let tx = db.reading(&Caller::engine()).await;
    tx.conn().query_all_raw(Statement::from_string(DbBackend::Postgres, END_OTHERS)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
}
