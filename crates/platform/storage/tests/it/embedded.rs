//! What only an embedded database has: settings of each connection.

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

/// SQLite states a size in KiB as a negative number, one in pages as a positive one.
async fn kibibytes(tx: &Read) -> i64 {
    let asked = Statement::from_string(DbBackend::Sqlite, "PRAGMA cache_size");
    let row = tx.conn().query_one_raw(asked).await.unwrap().unwrap();
    -row.try_get_by_index::<i64>(0).unwrap()
}
