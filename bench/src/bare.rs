//! The bare SQL of a submission: the rows that `cases::submit` writes, in one transaction, with nothing around it.
//! Tables, indexes and durability are those of the database that the server has just used.
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait, Value,
};
use uuid::Uuid;

type Failure = Box<dyn Error + Send + Sync>;

/// Texts of the size that real ones have.
const ACTOR: &str = r#"{"role":"client","person":"a6a86598-1bc8-5141-8431-73674f6b3e9e","assurance":"high"}"#;

/// Rates of the bare transaction with `clients` writers for `time`; `answers` is the document that is kept.
pub async fn rate(url: &str, clients: u32, time: Duration, answers: &str) -> Result<f64, Failure> {
    let conn = connect(url, clients).await?;
    let done = Arc::new(AtomicU64::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let begun = Instant::now();
    let mut writers = Vec::new();
    for _ in 0..clients {
        let (conn, done, over, answers) = (conn.clone(), Arc::clone(&done), Arc::clone(&over), answers.to_owned());
        writers.push(tokio::spawn(async move {
            while !over.load(Ordering::Relaxed) {
                submit(&conn, &answers).await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<(), Failure>(())
        }));
    }
    tokio::time::sleep(time).await;
    over.store(true, Ordering::Relaxed);
    let (count, took) = (done.load(Ordering::Relaxed), begun.elapsed());
    for writer in writers {
        writer.await??;
    }
    conn.close().await?;
    Ok(count as f64 / took.as_secs_f64())
}

/// As the server connects: WAL and `synchronous=FULL` with one writer on SQLite, one connection a writer elsewhere.
#[expect(clippy::disallowed_methods, reason = "measures what stands below storage::Database")]
async fn connect(url: &str, clients: u32) -> Result<DatabaseConnection, Failure> {
    let mut options = ConnectOptions::new(url);
    let writers = if url.starts_with("sqlite:") { 1 } else { clients };
    options.sqlx_logging(false).max_connections(writers).min_connections(writers).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|o| {
        o.journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .statement_cache_capacity(256)
            .pragma("cache_size", "-16384")
            .pragma("temp_store", "MEMORY")
    });
    Ok(sea_orm::Database::connect(options).await?)
}

#[expect(clippy::disallowed_methods, reason = "the keys and times of measured rows")]
async fn submit(conn: &DatabaseConnection, answers: &str) -> Result<(), Failure> {
    let sqlite = conn.get_database_backend() == DbBackend::Sqlite;
    let mode = sqlite.then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() };
    let tx = conn.begin_with_options(options).await?;
    let (case, person, now) = (Uuid::now_v7(), Uuid::now_v7(), Utc::now());
    // PostgreSQL reserves numbers in blocks outside the transaction, so there the series costs next to nothing.
    let number = format!("bare {case}");
    if sqlite {
        run(&tx, "INSERT INTO number_series (series, next) VALUES ($1, 1) ON CONFLICT DO NOTHING", vec!["bare".into()])
            .await?;
        run(&tx, "UPDATE number_series SET next = next + 1 WHERE series = $1", vec!["bare".into()]).await?;
    }
    run(
        &tx,
        "INSERT INTO idempotency_keys (scope, key, digest, result, created_at) VALUES ($1, $2, $3, $4, $5)",
        vec![
            format!("cases.submit {person}").into(),
            case.to_string().into(),
            "0".repeat(64).into(),
            case.into(),
            now.into(),
        ],
    )
    .await?;
    run(
        &tx,
        "INSERT INTO streams (kind, id, sequence, head) VALUES ($1, $2, $3, $4)",
        vec!["case".into(), case.into(), 1_i64.into(), vec![7_u8; 32].into()],
    )
    .await?;
    event(&tx, case, now, &number).await?;
    case_row(&tx, case, person, now, &number).await?;
    run(
        &tx,
        "INSERT INTO case_answers (case_id, answers, sources) VALUES ($1, $2, $3)",
        vec![case.into(), answers.into(), "null".into()],
    )
    .await?;
    run(
        &tx,
        "INSERT INTO timers (kind, subject, due_at, attempts, dead) VALUES ($1, $2, $3, 0, false)",
        vec!["bare".into(), case.into(), (now + chrono::TimeDelta::days(30)).into()],
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn event(tx: &impl ConnectionTrait, case: Uuid, now: DateTime<Utc>, number: &str) -> Result<(), Failure> {
    let data = format!(
        r#"{{"service":"bare","holder":"{case}","handler":"{case}","channel":"electronic","due_at":"{now}","number":"{number}","draft":false,"form":"p11/1","answers":"{}"}}"#,
        "0".repeat(64)
    );
    run(
        tx,
        "INSERT INTO events (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        vec![
            "case".into(),
            case.into(),
            1_i64.into(),
            "bench.bare".into(),
            1_i32.into(),
            now.into(),
            now.into(),
            ACTOR.into(),
            "electronic".into(),
            data.into(),
            vec![7_u8; 32].into(),
        ],
    )
    .await
}

async fn case_row(
    tx: &impl ConnectionTrait,
    case: Uuid,
    person: Uuid,
    now: DateTime<Utc>,
    number: &str,
) -> Result<(), Failure> {
    run(
        tx,
        "INSERT INTO cases (id, number, service, holder, handler, client_kind, client, applicant, channel, state, desk, \
         submitted_at, due_at, overdue, form_key, form_version, flags, revision) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        vec![
            case.into(),
            number.into(),
            "bare".into(),
            person.into(),
            person.into(),
            "person".into(),
            person.into(),
            person.into(),
            "electronic".into(),
            "submitted".into(),
            "office".into(),
            now.into(),
            (now + chrono::TimeDelta::days(30)).into(),
            false.into(),
            "p11".into(),
            1_i32.into(),
            "[]".into(),
            1_i64.into(),
        ],
    )
    .await
}

async fn run(tx: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<(), Failure> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}
