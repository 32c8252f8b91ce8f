//! Rows are changed behind the program's back; `verify_log` finds each change and names the entry.

use crate::{append, fact, stream};
use kernel::Caller;
use sea_orm::{ConnectionTrait as _, Statement};
use storage::{Break, BreakKind, Expected, Stream, VerifyReport, verify_log};
use test_support::TestDb;
use uuid::Uuid;

async fn verify(db: &TestDb) -> VerifyReport {
    verify_log(&db.reading(&Caller::engine()).await, |_| {}).await.unwrap()
}

async fn sql(db: &TestDb, statement: &str) {
    let conn = db.for_migrations();
    conn.execute_raw(Statement::from_string(conn.get_database_backend(), statement)).await.unwrap();
}

pub async fn streams_of_several_pages_are_looked_at_once(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    for n in 1..=205 {
        for kind in ["case", "person"] {
            tx.append(Stream::new(kind, Uuid::from_u128(n)), Expected::New, vec![fact(1)]).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    let whole = verify(db).await;
    assert_eq!((whole.streams, whole.events, whole.breaks.len()), (410, 410, 0));
}

/// What is done, the statements that do it, and the first broken entry that they leave.
type Tampering = (&'static str, &'static str, i64, BreakKind);

pub async fn every_kind_of_tampering_is_found(db: &TestDb) {
    let cases: [Tampering; 13] = [
        ("edited data", "UPDATE events SET data = '{\"n\":99}' WHERE position = 6", 2, BreakKind::Altered),
        ("edited kind", "UPDATE events SET kind = 'case.decided' WHERE position = 7", 3, BreakKind::Altered),
        (
            "edited actor",
            "UPDATE events SET actor = '{\"role\":\"officer\"}' WHERE position = 5",
            1,
            BreakKind::Altered,
        ),
        ("deleted in the middle", "DELETE FROM events WHERE position = 6", 2, BreakKind::OutOfSequence),
        ("deleted at the beginning", "DELETE FROM events WHERE position = 5", 1, BreakKind::OutOfSequence),
        ("deleted at the end", "DELETE FROM events WHERE position = 8", 4, BreakKind::WrongEnd),
        ("swapped", SWAP, 2, BreakKind::Altered),
        ("places in the log swapped", SWAP_PLACES, 3, BreakKind::OutOfSequence),
        ("inserted in the middle", INSERT_MIDDLE, 3, BreakKind::Altered),
        ("inserted in the middle, fitting the entry before", INSERT_FITTING, 4, BreakKind::Altered),
        ("inserted at the end", INSERT_END, 5, BreakKind::Altered),
        ("inserted stream", INSERT_STREAM, 1, BreakKind::UnknownStream),
        (
            "recorded end moved",
            "UPDATE streams SET sequence = 3 WHERE id = (SELECT stream_id FROM events WHERE position = 5)",
            4,
            BreakKind::WrongEnd,
        ),
    ];
    each_is_found(db, &cases).await;
}

// req: AUD-02
#[tokio::test]
async fn a_value_that_cannot_be_read_is_a_broken_entry() {
    // Only the embedded database takes a value of another type.
    let cases: [Tampering; 5] = [
        ("a time that is none", "UPDATE events SET at = 'never' WHERE position = 6", 2, BreakKind::Altered),
        ("bytes for a text", "UPDATE events SET data = x'ff' WHERE position = 7", 3, BreakKind::Altered),
        ("a word for a version", "UPDATE events SET version = 'x' WHERE position = 5", 1, BreakKind::Altered),
        ("a word for a number", "UPDATE events SET sequence = 'x' WHERE position = 6", 2, BreakKind::OutOfSequence),
        ("inserted for no stream", INSERT_NO_STREAM, 1, BreakKind::UnknownStream),
    ];
    each_is_found(&TestDb::sqlite().await, &cases).await;
}

async fn each_is_found(db: &TestDb, cases: &[Tampering]) {
    for n in 1..=3 {
        append(db, stream(n), 4).await;
    }
    let whole = verify(db).await;
    assert_eq!((whole.streams, whole.events, whole.breaks.len()), (3, 12, 0));
    for &(name, change, sequence, kind) in cases {
        sql(db, "DROP TABLE IF EXISTS kept_events").await;
        sql(db, "CREATE TABLE kept_events AS SELECT * FROM events").await;
        for statement in change.split(';') {
            sql(db, statement).await;
        }
        let report = verify(db).await;
        let first: &Break = report.breaks.first().unwrap_or_else(|| panic!("not found: {name}"));
        assert_eq!((first.sequence, first.kind), (sequence, kind), "{name}: {report:?}");
        restore(db).await;
        assert_eq!(verify(db).await.breaks, Vec::<Break>::new(), "restored after {name}");
    }
}

const SWAP: &str = "UPDATE events SET sequence = 20 WHERE position = 6;\
    UPDATE events SET sequence = 2 WHERE position = 7;\
    UPDATE events SET sequence = 3 WHERE position = 6";
const SWAP_PLACES: &str = "UPDATE events SET position = 1000 WHERE position = 6;\
    UPDATE events SET position = 6 WHERE position = 7;\
    UPDATE events SET position = 7 WHERE position = 1000";
const INSERT_END: &str = "INSERT INTO events \
    (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
    SELECT stream_kind, stream_id, 5, kind, version, at, recorded_at, actor, channel, data, hash \
    FROM events WHERE position = 8";
const INSERT_MIDDLE: &str = "UPDATE events SET sequence = 5 WHERE position = 8;\
    UPDATE events SET sequence = 4 WHERE position = 7;\
    INSERT INTO events \
    (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
    SELECT stream_kind, stream_id, 3, kind, version, at, recorded_at, actor, channel, data, hash \
    FROM events WHERE position = 6";
/// The entry that is put in carries the right hash; the one that it pushes on does not follow it any more.
const INSERT_FITTING: &str = "UPDATE events SET sequence = 5 WHERE position = 8;\
    UPDATE events SET sequence = 4 WHERE position = 7;\
    INSERT INTO events \
    (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
    SELECT stream_kind, stream_id, 3, kind, version, at, recorded_at, actor, channel, data, hash \
    FROM events WHERE position = 7";
const INSERT_STREAM: &str = "INSERT INTO events \
    (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
    SELECT 'invented', stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash \
    FROM events WHERE position = 5";
const INSERT_NO_STREAM: &str = "INSERT INTO events \
    (stream_kind, stream_id, sequence, kind, version, at, recorded_at, actor, channel, data, hash) \
    SELECT stream_kind, 'nobody', sequence, kind, version, at, recorded_at, actor, channel, data, hash \
    FROM events WHERE position = 5";

/// Puts every row back as it was.
async fn restore(db: &TestDb) {
    sql(db, "DELETE FROM events").await;
    sql(db, "INSERT INTO events SELECT * FROM kept_events").await;
    sql(db, "UPDATE streams SET sequence = 4").await;
}
