//! The one place that asks which database it is.

use crate::errors::Db as _;
use kernel::Result;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DbBackend, SqliteTransactionMode, Statement, TransactionOptions,
    sea_query::{CommonTableExpression, InsertStatement, WithClause},
    sqlx::{self, Connection as _, Sqlite, SqliteConnection, pool::PoolOptions},
};
use std::time::Duration;

/// What the one writing connection of an embedded database keeps in memory of its pages: KiB, as SQLite writes it.
const SQLITE_WRITER_CACHE: &str = "-16384";
/// What each reading connection keeps, KiB: there are many of them, and what one has not is in the system's cache of the
/// file.
const SQLITE_READER_CACHE: &str = "-4096";

/// How long whoever writes many units of work in a row rests between two of them. A process that waits for the lock of an
/// embedded database only looks now and then, after a while every tenth of a second, and meets it free only in a longer gap.
const SQLITE_WRITERS_REST: Duration = Duration::from_millis(150);

/// Whether a URL names an embedded database.
pub fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// Connections that write. SQLite has exactly one, so that writers queue in the program and not in the file's lock.
pub fn writer_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = common_options(url);
    options.max_connections(if is_sqlite(url) { 1 } else { connections });
    options
}

/// Connections that only read: both databases refuse a write on them.
pub fn reader_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = common_options(url);
    options.max_connections(connections);
    options.map_sqlx_sqlite_opts(sqlite_reader);
    // One state for all questions of a unit of work, as SQLite gives it by itself.
    options.map_sqlx_postgres_opts(|o| {
        named(o)
            .options([("default_transaction_read_only", "on"), ("default_transaction_isolation", "repeatable read")])
    });
    options
}

/// The few connections that answer who a token stands for, once in every request. A pool hands its connections out in
/// turn; few of them stay warm. What they ask is always a look-up by key, so PostgreSQL plans it once.
pub fn glance_options(url: &str) -> ConnectOptions {
    let mut options = common_options(url);
    options.max_connections(if is_sqlite(url) { 2 } else { 4 });
    options.map_sqlx_sqlite_opts(sqlite_reader);
    options.map_sqlx_postgres_opts(|o| {
        named(o).options([("default_transaction_read_only", "on"), ("plan_cache_mode", "force_generic_plan")])
    });
    options
}

fn common_options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .min_connections(1)
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false);
    options.map_sqlx_sqlite_opts(sqlite_pragmas);
    options.map_sqlx_sqlite_pool_opts(sqlite_pool);
    options.map_sqlx_postgres_opts(named);
    options
}

/// A connection goes back to its pool with no transaction open, or is closed. A full disk makes SQLite end a transaction
/// by itself; the driver then counts one for ever, begins every later one inside it, and nothing that is acknowledged from
/// there on is kept.
fn sqlite_pool(options: PoolOptions<Sqlite>) -> PoolOptions<Sqlite> {
    options.after_release(|conn, _| Box::pin(is_at_rest(conn)))
}

/// Whether no transaction is open. Where one seems to be, it is waited for the rollback of a unit of work that was dropped;
/// after a commit nothing is asked, which would cost every request a trip to the thread of the database.
async fn is_at_rest(conn: &mut SqliteConnection) -> std::result::Result<bool, sqlx::Error> {
    if conn.is_in_transaction() {
        conn.ping().await?;
    }
    let rests = !conn.is_in_transaction();
    if !rests {
        tracing::warn!("a connection whose transaction was not ended is closed");
    }
    Ok(rests)
}

/// What an operator of PostgreSQL sees these connections as. A later mapping takes the place of an earlier one, so each
/// names them.
fn named(options: sea_orm::sqlx::postgres::PgConnectOptions) -> sea_orm::sqlx::postgres::PgConnectOptions {
    options.application_name("durvis")
}

/// WAL so that readers never wait for the writer; `synchronous=FULL` so that an acknowledged commit survives a power
/// cut.
fn sqlite_pragmas(options: sea_orm::sqlx::sqlite::SqliteConnectOptions) -> sea_orm::sqlx::sqlite::SqliteConnectOptions {
    use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(256)
        .pragma("cache_size", SQLITE_WRITER_CACHE)
        .pragma("temp_store", "MEMORY")
}

fn sqlite_reader(options: sea_orm::sqlx::sqlite::SqliteConnectOptions) -> sea_orm::sqlx::sqlite::SqliteConnectOptions {
    sqlite_pragmas(options).pragma("query_only", "ON").pragma("cache_size", SQLITE_READER_CACHE)
}

/// A transaction that means to write: SQLite takes the lock at once instead of failing half-way.
pub fn begin_write(backend: DbBackend) -> TransactionOptions {
    let mode = (backend == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
    TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() }
}

/// The rest between two of many units of work that write. PostgreSQL locks rows, and who waits for one is next.
pub fn writers_rest(backend: DbBackend) -> Duration {
    if backend == DbBackend::Sqlite { SQLITE_WRITERS_REST } else { Duration::ZERO }
}

/// New rows of several tables as one statement that takes one trip. PostgreSQL runs its parts together: they see none of
/// each other's rows, and references are checked when all are in. SQLite runs a list, one after the other.
pub fn in_one_trip(backend: DbBackend, mut inserts: Vec<InsertStatement>) -> Option<Statement> {
    if backend == DbBackend::Sqlite {
        return (!inserts.is_empty()).then(|| in_turn(backend, &inserts));
    }
    let last = inserts.pop()?;
    if inserts.is_empty() {
        return Some(backend.build(&last));
    }
    let mut others = WithClause::new();
    for (n, insert) in inserts.into_iter().enumerate() {
        others.cte(CommonTableExpression::new().table_name(format!("rows_{n}")).query(insert).to_owned());
    }
    Some(backend.build(&last.with(others)))
}

/// One after the other; each takes its values where those of the one before end.
fn in_turn(backend: DbBackend, inserts: &[InsertStatement]) -> Statement {
    let built: Vec<Statement> = inserts.iter().map(|insert| backend.build(insert)).collect();
    let list = built.iter().map(|statement| statement.sql.as_str()).collect::<Vec<_>>().join("; ");
    let values = built.into_iter().filter_map(|statement| statement.values).flat_map(|values| values.0);
    Statement::from_sql_and_values(backend, list, values)
}

/// What is added to PostgreSQL's own numbers of transactions: in a server that a backup was restored into they begin anew,
/// and the log must go on behind what it holds (decision 0003).
const OFFSET: &str = "(SELECT coalesce(max(next), 0) FROM number_series WHERE series = 'log.offset')";

/// Lets the numbers of transactions go on behind those in the log, when these come from another server; says whether that
/// was needed. Nobody appends meanwhile.
pub async fn continue_numbers(conn: &impl ConnectionTrait) -> Result<bool> {
    if conn.get_database_backend() == DbBackend::Sqlite || missing_offset(conn).await?.is_none() {
        return Ok(false);
    }
    conn.execute_unprepared("LOCK TABLE events IN ACCESS EXCLUSIVE MODE").await.db()?;
    // Another process may have done it while this one waited.
    let Some(offset) = missing_offset(conn).await? else { return Ok(false) };
    let kept = format!("VALUES ('log.offset', {offset}) ON CONFLICT (series) DO UPDATE SET next = {offset}");
    let number = format!("pg_current_xact_id()::text::bigint + {offset}");
    for change in [
        format!("INSERT INTO number_series (series, next) {kept}"),
        format!("ALTER TABLE events ALTER COLUMN tx SET DEFAULT ({number})"),
        format!("ALTER TABLE streams ALTER COLUMN tx SET DEFAULT ({number})"),
    ] {
        conn.execute_unprepared(&change).await.db()?;
    }
    Ok(true)
}

/// The offset that is needed when the log holds numbers that this server has not given yet.
async fn missing_offset(conn: &impl ConnectionTrait) -> Result<Option<i64>> {
    let sql = format!(
        "SELECT last.tx + 1 - pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS missing \
         FROM (SELECT tx FROM events ORDER BY tx DESC LIMIT 1) AS last \
         WHERE last.tx >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + {OFFSET}"
    );
    let row = conn.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.db()?;
    row.map(|row| row.try_get("", "missing")).transpose().db()
}

/// The question whether a server only reads, as one does that follows another; an embedded database is never so.
pub fn only_reads(backend: DbBackend) -> Option<Statement> {
    let asked = "SELECT current_setting('transaction_read_only') = 'on' AS only_reads";
    (backend == DbBackend::Postgres).then(|| Statement::from_string(backend, asked))
}

/// The first transaction that may still commit: events of it and of later ones are beyond the horizon. SQLite has one
/// writer, so what is visible is complete and in order.
pub async fn horizon(conn: &impl ConnectionTrait) -> Result<i64> {
    if conn.get_database_backend() == DbBackend::Sqlite {
        return Ok(i64::MAX);
    }
    let sql = format!("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + {OFFSET} AS horizon");
    let row = conn.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.db()?;
    row.map_or(Ok(0), |row| row.try_get("", "horizon").db())
}

/// The number of this transaction; always 0 on SQLite.
pub async fn transaction_number(conn: &impl ConnectionTrait) -> Result<i64> {
    if conn.get_database_backend() == DbBackend::Sqlite {
        return Ok(0);
    }
    let sql = format!("SELECT pg_current_xact_id()::text::bigint + {OFFSET} AS number");
    let row = conn.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.db()?;
    row.map_or(Ok(0), |row| row.try_get("", "number").db())
}

/// Whether numbers are counted inside the caller's transaction. PostgreSQL reserves blocks outside it, so that
/// submissions of one service do not wait for each other's commit; SQLite has one writer and nobody waits.
pub fn counts_in_transaction(backend: DbBackend) -> bool {
    backend == DbBackend::Sqlite
}
