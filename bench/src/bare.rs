//! The bare SQL of a submission: the rows that `cases::submit` writes, in one transaction, with nothing around it.
//! Tables, indexes, connections and durability are those of the server.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use kernel::Caller;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use storage::{Conn, Database, Write};
use uuid::Uuid;

use crate::Failure;

/// Texts of the size that real ones have.
const ACTOR: &str = r#"{"role":"client","person":"a6a86598-1bc8-5141-8431-73674f6b3e9e","assurance":"high"}"#;
const SERVICE: &str = "1007";

/// Transactions a second with `clients` writers for `time`; `answers` is the document that is kept.
pub async fn rate(db: &Database, clients: u64, time: Duration, answers: &str) -> Result<f64, Failure> {
    let done = Arc::new(AtomicU64::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let begun = Instant::now();
    let mut writers = Vec::new();
    for _ in 0..clients {
        let (db, done, over, answers) = (db.clone(), Arc::clone(&done), Arc::clone(&over), answers.to_owned());
        writers.push(tokio::spawn(async move {
            while !over.load(Ordering::Relaxed) {
                let tx = db.write(&Caller::engine()).await?;
                submit(&tx, &answers).await?;
                tx.commit().await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<(), Failure>(())
        }));
    }
    tokio::time::sleep(time).await;
    let (count, took) = (done.load(Ordering::Relaxed), begun.elapsed());
    over.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await??;
    }
    Ok(count as f64 / took.as_secs_f64())
}

async fn submit(tx: &Write, answers: &str) -> Result<(), Failure> {
    let (case, person) = (tx.ids().uuid(), tx.ids().uuid());
    // The server reserves numbers in blocks outside the transaction on PostgreSQL, where that costs next to nothing.
    if tx.conn().get_database_backend() == DbBackend::Sqlite {
        let sql = "INSERT INTO number_series (series, next) VALUES ($1, 2) \
                   ON CONFLICT (series) DO UPDATE SET next = number_series.next + 1";
        run(tx.conn(), sql, [format!("case/{SERVICE}").into()]).await?;
    }
    let number = format!("{SERVICE} {}", case.as_u128() >> 16);
    let sql = "INSERT INTO idempotency_keys (scope, key, digest, result, created_at) VALUES ($1, $2, $3, $4, $5)";
    let scope = format!("cases.submit {person} {person}");
    let digest = "0".repeat(64);
    run(tx.conn(), sql, [scope.into(), case.to_string().into(), digest.clone().into(), case.into(), tx.now().into()])
        .await?;
    let sql = "INSERT INTO streams (kind, id, sequence, head) VALUES ($1, $2, $3, $4)";
    run(tx.conn(), sql, ["case".into(), case.into(), 1_i64.into(), vec![7_u8; 32].into()]).await?;
    event(tx, case, &number, &digest).await?;
    case_row(tx, case, person, number).await?;
    let sql = "INSERT INTO case_answers (case_id, answers, sources) VALUES ($1, $2, $3)";
    run(tx.conn(), sql, [case.into(), answers.into(), "{}".into()]).await?;
    let sql = "INSERT INTO timers (kind, subject, due_at, attempts, dead) VALUES ($1, $2, $3, 0, false)";
    run(tx.conn(), sql, ["case.overdue".into(), case.into(), (tx.now() + TimeDelta::days(30)).into()]).await
}

async fn event(tx: &Write, case: Uuid, number: &str, digest: &str) -> Result<(), Failure> {
    let data = format!(
        r#"{{"service":"{SERVICE}","holder":"{case}","handler":"{case}","channel":"electronic","due_at":"{}","number":"{number}","draft":false,"form":"childbirth-benefit/1","answers":"{digest}"}}"#,
        tx.now()
    );
    let sql = "INSERT INTO events (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, \
               data, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values = [
        "case".into(),
        case.into(),
        1_i64.into(),
        "case.submitted".into(),
        1_i32.into(),
        tx.now().into(),
        tx.now().into(),
        ACTOR.into(),
        "electronic".into(),
        data.into(),
        vec![7_u8; 32].into(),
    ];
    run(tx.conn(), sql, values).await
}

async fn case_row(tx: &Write, case: Uuid, person: Uuid, number: String) -> Result<(), Failure> {
    let sql = "INSERT INTO cases (id, number, service, holder, handler, client_kind, client, applicant, channel, state, \
               desk, submitted_at, due_at, overdue, form_key, form_version, flags, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    // One holder for all, as in the service that is measured: its queue index grows in the same place.
    let holder = Uuid::from_u128(7);
    let values = [
        case.into(),
        number.into(),
        SERVICE.into(),
        holder.into(),
        holder.into(),
        "person".into(),
        person.into(),
        person.into(),
        "electronic".into(),
        "submitted".into(),
        "office".into(),
        tx.now().into(),
        (tx.now() + TimeDelta::days(30)).into(),
        false.into(),
        "childbirth-benefit".into(),
        1_i32.into(),
        "".into(),
        1_i64.into(),
    ];
    run(tx.conn(), sql, values).await
}

async fn run<const N: usize>(conn: &Conn, sql: &str, values: [Value; N]) -> Result<(), Failure> {
    conn.execute_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, values)).await?;
    Ok(())
}
