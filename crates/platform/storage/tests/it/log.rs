//! The log comes whole and in its order, wherever one begins and however little one asks for at once.

use crate::{fact, stream};
use kernel::Caller;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;
use storage::{Expected, LogPosition, NewEvent, events_after};
use test_support::TestDb;

/// Of the three transactions the one with the first positions has the second number: it took its positions early and
/// its number late.
const NUMBERS: &str = "UPDATE events SET tx = CASE WHEN position <= 3 THEN 2 WHEN position <= 6 THEN 1 ELSE 3 END";
const ORDER: [(i64, i64); 9] = [(1, 4), (1, 5), (1, 6), (2, 1), (2, 2), (2, 3), (3, 7), (3, 8), (3, 9)];
const READER: &str = "log";

/// Three events in each of three transactions; the second of each is of another kind.
async fn fill(db: &TestDb) -> Vec<LogPosition> {
    for n in 1..=3 {
        let other = NewEvent::new("case.other", 1, &json!({})).unwrap();
        let mut tx = db.writing(&Caller::engine()).await;
        tx.append(stream(n), Expected::New, vec![fact(1), other, fact(2)]).await.unwrap();
        tx.commit().await.unwrap();
    }
    let conn = db.for_migrations();
    conn.execute_raw(Statement::from_string(conn.get_database_backend(), NUMBERS)).await.unwrap();
    ORDER.iter().map(|(tx, position)| LogPosition { tx: *tx, position: *position }).collect()
}

/// Where one may begin: before all, at each event, and between and behind the transactions.
fn beginnings(whole: &[LogPosition]) -> Vec<LogPosition> {
    let between = [(0, 7), (1, 0), (1, 99), (2, 0), (3, 99), (4, 0)];
    let between = between.map(|(tx, position)| LogPosition { tx, position });
    whole.iter().copied().chain([LogPosition::default()]).chain(between).collect()
}

pub async fn nothing_is_missing_or_out_of_order(db: &TestDb) {
    let whole = fill(db).await;
    let tx = db.reading(&Caller::engine()).await;
    for after in beginnings(&whole) {
        for limit in 0..=10 {
            let read = events_after(&tx, after, limit as u64).await.unwrap();
            let read: Vec<LogPosition> = read.iter().map(|event| event.place).collect();
            let expected: Vec<LogPosition> = whole.iter().copied().filter(|at| *at > after).take(limit).collect();
            assert_eq!(read, expected, "{limit} after {after:?}");
        }
    }
}

pub async fn a_reader_is_brought_all_that_matters_to_it(db: &TestDb) {
    let whole = fill(db).await;
    let matters = |at: &LogPosition| ![2, 5, 8].contains(&at.position);
    for begin in beginnings(&whole) {
        for limit in 1..=7 {
            let mut tx = db.writing(&Caller::engine()).await;
            tx.move_reader(READER, begin).await.unwrap();
            let mut brought = Vec::new();
            let mut stands = begin;
            while let Some(delivery) = tx.deliver(READER, &["case.noted"], limit).await.unwrap() {
                assert!(delivery.events.len() as u64 <= limit && delivery.through > stands, "{delivery:?}");
                stands = delivery.through;
                brought.extend(delivery.events.iter().map(|event| event.place));
                tx.delivered(READER, stands).await.unwrap();
            }
            let expected: Vec<LogPosition> =
                whole.iter().copied().filter(|at| *at > begin).filter(|at| matters(at)).collect();
            assert_eq!(brought, expected, "{limit} at once after {begin:?}");
            let end = whole[whole.len() - 1];
            assert_eq!(stands, begin.max(end));
            tx.commit().await.unwrap();
            let tx = db.reading(&Caller::engine()).await;
            assert!(!tx.has_work(READER).await.unwrap(), "{limit} at once after {begin:?}");
        }
    }
}
