//! The log is read from where a reader stands: what lies before costs nothing, what lies behind is not sorted.

use crate::{
    LogPosition,
    entities::events,
    log::{before_horizon, later_transactions, rest_of_transaction, up_to},
};
use kernel::Caller;
use sea_orm::{Condition, ConnectionTrait as _, DbBackend, QuerySelect as _, QueryTrait as _, Select, Statement};
use test_support::TestDb;

/// What SQLite says that it will do.
async fn plan(db: &TestDb, query: Select<events::Entity>) -> Vec<String> {
    let asked = query.limit(100).build(DbBackend::Sqlite);
    let values = asked.values.map(|values| values.0).unwrap_or_default();
    let sql = format!("EXPLAIN QUERY PLAN {}", asked.sql);
    let explain = Statement::from_sql_and_values(DbBackend::Sqlite, sql, values);
    let rows = db.reading(&Caller::engine()).await.conn().query_all_raw(explain).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap()).collect()
}

#[tokio::test]
async fn the_log_is_neither_read_from_its_beginning_nor_sorted() {
    let db = TestDb::sqlite().await;
    let (after, through) = (LogPosition { tx: 0, position: 900 }, LogPosition { tx: 0, position: 1000 });
    let bounds: [Condition; 2] = [before_horizon(i64::MAX), up_to(through, &["case.noted", "case.other"])];
    for bound in bounds {
        for query in [rest_of_transaction(after, bound.clone()), later_transactions(after, bound)] {
            let steps = plan(&db, query).await;
            assert_eq!(steps.len(), 1, "{steps:?}");
            assert!(steps[0].starts_with("SEARCH events USING "), "{steps:?}");
        }
    }
}
