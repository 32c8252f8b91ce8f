//! Both databases get the same tables, from empty, in one order.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::collections::BTreeSet;
use test_support::{TestDb, TestPostgres};

/// What a schema is, in lines: `table.column kind required|optional` and `table (columns) unique|plain`. SQLite knows one
/// width of whole numbers, so the widths are not compared.
async fn lines(db: &TestDb, sql: &str) -> BTreeSet<String> {
    let conn = db.for_migrations();
    let backend: DbBackend = conn.get_database_backend();
    let rows = conn.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect()
}

const SQLITE_COLUMNS: &str = "SELECT t.name || '.' || c.name || ' ' || CASE \
      WHEN lower(c.type) LIKE '%uuid%' THEN 'uuid' WHEN lower(c.type) LIKE '%int%' THEN 'number' \
      WHEN lower(c.type) LIKE '%timestamp%' THEN 'at' WHEN lower(c.type) LIKE '%date%' THEN 'date' \
      WHEN lower(c.type) LIKE '%bool%' THEN 'flag' WHEN lower(c.type) LIKE '%blob%' THEN 'bytes' \
      ELSE 'text' END \
      || CASE WHEN c.\"notnull\" = 1 THEN ' required' ELSE ' optional' END AS line \
    FROM sqlite_master t JOIN pragma_table_info(t.name) c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'seaql_migrations'";

const POSTGRES_COLUMNS: &str = "SELECT table_name || '.' || column_name || ' ' || CASE data_type \
      WHEN 'uuid' THEN 'uuid' WHEN 'bigint' THEN 'number' WHEN 'integer' THEN 'number' WHEN 'boolean' THEN 'flag' \
      WHEN 'timestamp with time zone' THEN 'at' WHEN 'date' THEN 'date' WHEN 'bytea' THEN 'bytes' ELSE 'text' END \
      || CASE is_nullable WHEN 'NO' THEN ' required' ELSE ' optional' END AS line \
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'";

const SQLITE_INDEXES: &str = "SELECT t.name || ' (' || (SELECT group_concat(name, ',') FROM \
      (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' \
      || CASE WHEN i.\"unique\" = 1 THEN ' unique' ELSE ' plain' END AS line \
    FROM sqlite_master t JOIN pragma_index_list(t.name) i \
    WHERE t.type = 'table' AND i.origin = 'c' AND t.name <> 'seaql_migrations'";

const POSTGRES_INDEXES: &str = "SELECT t.relname || ' (' || (SELECT string_agg(a.attname, ',' ORDER BY k.place) \
      FROM unnest(x.indkey::int[]) WITH ORDINALITY AS k(number, place) \
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) || ')' \
      || CASE WHEN x.indisunique THEN ' unique' ELSE ' plain' END AS line \
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
    WHERE n.nspname = 'public' AND NOT x.indisprimary AND t.relname <> 'seaql_migrations'";

#[tokio::test]
async fn both_databases_get_the_same_tables_and_indexes() {
    let cluster = TestPostgres::start();
    let (sqlite, postgres) = (TestDb::sqlite().await, TestDb::postgres(&cluster).await);
    let pairs = [(SQLITE_COLUMNS, POSTGRES_COLUMNS), (SQLITE_INDEXES, POSTGRES_INDEXES)];
    for (of_sqlite, of_postgres) in pairs {
        let (here, there) = (lines(&sqlite, of_sqlite).await, lines(&postgres, of_postgres).await);
        assert!(here.len() > 20, "{here:?}");
        let only_here: Vec<_> = here.difference(&there).collect();
        let only_there: Vec<_> = there.difference(&here).collect();
        assert!(only_here.is_empty() && only_there.is_empty(), "SQLite: {only_here:#?}\nPostgreSQL: {only_there:#?}");
    }
}

#[tokio::test]
async fn running_again_changes_nothing() {
    let db = TestDb::sqlite().await;
    assert_eq!(migrations::pending(db.for_migrations()).await.unwrap(), Vec::<String>::new());
    let before = lines(&db, SQLITE_COLUMNS).await;
    migrations::up(db.for_migrations()).await.unwrap();
    assert_eq!(lines(&db, SQLITE_COLUMNS).await, before);
}

/// A step that fills its column from what was there before: of each quarter of a holder the last confirmation.
#[tokio::test]
async fn the_last_confirmation_of_a_quarter_is_filled_from_its_checks() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let conn = db.for_migrations();
        let sqlite = conn.get_database_backend() == DbBackend::Sqlite;
        let id = |n: u8| if sqlite { format!("X'{n:032x}'") } else { format!("'{n:032x}'") };
        let quarter = |holder, quarter: &str| {
            format!(
                "INSERT INTO check_holders (holder, quarter, due_on, tasks, open) \
                 VALUES ({}, '{quarter}', '2026-08-31', 3, 1)",
                id(holder)
            )
        };
        let check = |service, holder, quarter: &str, confirmed: Option<&str>| {
            let at = confirmed.map_or("NULL".to_owned(), |day| format!("'{day}T10:00:00+00:00'"));
            format!(
                "INSERT INTO service_checks (service, quarter, holder, number, due_on, made_at, done, confirmed_at, \
                 corrected) VALUES ({}, '{quarter}', {}, 1, '2026-08-31', '2026-07-01T10:00:00+00:00', {}, {at}, FALSE)",
                id(service),
                id(holder),
                if confirmed.is_some() { "TRUE" } else { "FALSE" }
            )
        };
        let before = [
            quarter(1, "2026-Q3"),
            quarter(1, "2026-Q4"),
            quarter(2, "2026-Q3"),
            check(11, 1, "2026-Q3", Some("2026-08-20")),
            check(12, 1, "2026-Q3", Some("2026-08-03")),
            check(13, 1, "2026-Q3", None),
            check(11, 1, "2026-Q4", None),
            check(21, 2, "2026-Q3", Some("2026-07-15")),
            "ALTER TABLE check_holders DROP COLUMN last_confirmed_at".to_owned(),
            "DROP INDEX indicator_cells_holder_measure_month".to_owned(),
            "DELETE FROM seaql_migrations WHERE version = 'm0032_last_confirmed'".to_owned(),
        ];
        for sql in before {
            conn.execute_unprepared(&sql).await.unwrap();
        }
        migrations::up(conn).await.unwrap();
        let sql = "SELECT quarter || ' ' || tasks || ' ' || \
            COALESCE(substr(CAST(last_confirmed_at AS TEXT), 1, 10), 'never') AS line FROM check_holders";
        let filled = ["2026-Q3 3 2026-07-15", "2026-Q3 3 2026-08-20", "2026-Q4 3 never"].map(str::to_owned);
        assert_eq!(lines(&db, sql).await, BTreeSet::from(filled));
    }
}

/// Cases that were delivered before their part of the queue was there are in it.
#[tokio::test]
async fn delivered_cases_get_their_part_of_the_queue() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let conn = db.for_migrations();
        let sqlite = conn.get_database_backend() == DbBackend::Sqlite;
        let id = |n: u8| if sqlite { format!("X'{n:032x}'") } else { format!("'{n:032x}'") };
        let case = |n: u8, state: &str| {
            format!(
                "INSERT INTO cases (id, number, service, holder, handler, channel, state, desk, submitted_at, due_at, \
                 overdue, flags, revision) VALUES ({}, '1007 {n}', '1007', {}, {}, 'post', '{state}', 'done', \
                 '2026-11-02T10:00:00+00:00', '2026-11-20T10:00:00+00:00', FALSE, '', 1)",
                id(n),
                id(101),
                id(101)
            )
        };
        let before = [
            case(1, "delivered"),
            case(2, "closed"),
            "DELETE FROM seaql_migrations WHERE version = 'm0036_delivered_desk'".to_owned(),
        ];
        for sql in before {
            conn.execute_unprepared(&sql).await.unwrap();
        }
        migrations::up(conn).await.unwrap();
        let parts = lines(&db, "SELECT state || ' ' || desk AS line FROM cases").await;
        assert_eq!(parts, BTreeSet::from(["closed done", "delivered delivered"].map(str::to_owned)));
    }
}

/// Two branches cannot both add "the next" step unnoticed.
#[test]
fn the_history_is_one_line() {
    let names = migrations::names();
    for (name, number) in names.iter().zip(1..) {
        assert!(name.starts_with(&format!("m{number:04}_")), "{name} is not number {number}");
    }
}
