//! What only an embedded database has: how it is compiled, and settings of each connection.

use kernel::Caller;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use storage::Read;
use test_support::TestDb;

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
