//! Live counts equal counts recomputed from the log.

use super::{append, count, facts, log};
use crate::{IndicatorReader, READER, rebuild, store};
use jobs::Reader;
use kernel::Caller;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use test_support::{TestDb, TestPostgres};

const KINDS: [&str; 8] = [
    "case.submitted",
    "case.delivered",
    "case.overdue",
    "case.decided",
    "case.rated",
    "case.closed",
    "draft.started",
    "consultation.registered",
];

/// What happens to the reader, besides reading on.
#[derive(Debug, Clone)]
enum Step {
    /// New events: kind, month, service, channel.
    Append(Vec<(usize, u32, u8, usize)>),
    /// A batch of so many.
    Deliver(u64),
    /// A batch whose transaction fails at the end.
    Fail(u64),
    /// An event from the part already read comes again.
    Again(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let event = (0..KINDS.len(), 1..13_u32, 0..3_u8, 0..5_usize);
    prop_oneof![
        prop::collection::vec(event, 1..12).prop_map(Step::Append),
        (1..9_u64).prop_map(Step::Deliver),
        (1..9_u64).prop_map(Step::Fail),
        (0..100_usize).prop_map(Step::Again),
    ]
}

async fn act(db: &TestDb, step: Step) {
    match step {
        Step::Append(events) => {
            let channels = ["electronic", "phone", "post", "centre", "institution"];
            let events: Vec<_> = events
                .into_iter()
                .map(|(kind, month, service, channel)| {
                    let more = json!({ "draft": month % 2 == 0, "outcome": "granted", "rating": month % 7 });
                    let time = format!("2026-{month:02}-01T00:00:00Z");
                    (KINDS[kind], time, facts(&service.to_string(), channels[channel], more))
                })
                .collect();
            let events: Vec<_> =
                events.iter().map(|(kind, time, facts)| (*kind, time.as_str(), facts.clone())).collect();
            append(db, &events).await;
        }
        Step::Deliver(limit) => deliver(db, limit, true).await,
        Step::Fail(limit) => deliver(db, limit, false).await,
        Step::Again(number) => {
            let reached = rebuild(db, true).await.unwrap().through;
            let read: Vec<_> = log(db).await.into_iter().filter(|event| event.place <= reached).collect();
            if let Some(event) = read.get(number % read.len().max(1)) {
                let mut tx = db.writing(&Caller::engine()).await;
                IndicatorReader.handle(&mut tx, event).await.unwrap();
                tx.commit().await.unwrap();
            }
        }
    }
}

async fn deliver(db: &TestDb, limit: u64, succeed: bool) {
    let mut tx = db.writing(&Caller::engine()).await;
    let Some(delivery) = tx.deliver(READER, IndicatorReader.kinds(), limit).await.unwrap() else { return };
    let wanted: Vec<_> = delivery.events.iter().collect();
    IndicatorReader.handle_all(&mut tx, &wanted).await.unwrap();
    tx.delivered(READER, delivery.through).await.unwrap();
    if succeed {
        tx.commit().await.unwrap();
    }
}

async fn stored(db: &TestDb) -> BTreeMap<String, i64> {
    let tx = db.reading(&Caller::engine()).await;
    let rows = store::all_after(&tx, None, 10_000).await.unwrap();
    rows.into_iter().map(|row| (row.name(), row.value)).collect()
}

async fn live_equals_rebuilt(db: &TestDb, steps: Vec<Step>) {
    let appended: usize = steps.iter().map(|step| if let Step::Append(events) = step { events.len() } else { 0 }).sum();
    for step in steps {
        act(db, step).await;
        let report = rebuild(db, true).await.unwrap();
        assert!(report.is_equal(), "{:?}", report.differing);
    }
    // PostgreSQL rolls a dropped transaction back a moment later; until then its lock and the horizon hold readers up.
    for _ in 0..500 {
        count(db).await;
        if log(db).await.len() == appended && stored(db).await == expected(db).await {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(stored(db).await, expected(db).await);
    let report = rebuild(db, true).await.unwrap();
    assert!(report.is_equal() && !report.behind, "{report:?}");
}

/// The counts that the events of the log add up to.
async fn expected(db: &TestDb) -> BTreeMap<String, i64> {
    let mut expected = BTreeMap::new();
    for delta in log(db).await.iter().flat_map(crate::cells_of) {
        let key = delta.key;
        let name = format!("{} {} {} {} {}", key.service, key.holder, key.month, key.measure.as_str(), key.dimension);
        *expected.entry(name).or_default() += delta.by;
    }
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    // req: ANA-01, ANA-02
    /// Whatever comes in whatever batches, with failures and repetitions: live counts equal recomputed ones.
    #[test]
    fn live_counts_equal_recomputed_ones(steps in prop::collection::vec(step(), 1..24)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let db = TestDb::sqlite().await;
            live_equals_rebuilt(&db, steps).await;
        });
    }
}

// req: ANA-01
#[tokio::test]
async fn the_same_on_postgres() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let events =
        |from: usize| (0..40).map(move |n| ((from + n) % KINDS.len(), 1 + (n as u32 % 12), (n % 3) as u8, n % 5));
    let steps = vec![
        Step::Append(events(0).collect()),
        Step::Deliver(17),
        Step::Again(3),
        Step::Fail(5),
        Step::Append(events(5).collect()),
        Step::Deliver(1),
        Step::Again(40),
    ];
    live_equals_rebuilt(&db, steps).await;
    db.for_migrations().execute_unprepared("UPDATE indicator_cells SET value = value + 1").await.unwrap();
    assert!(!rebuild(&db, false).await.unwrap().is_equal());
    assert!(rebuild(&db, true).await.unwrap().is_equal());
}

#[tokio::test]
async fn a_wrong_count_is_named_and_put_right() {
    let db = TestDb::sqlite().await;
    let submitted = |month: &'static str| ("case.submitted", month, facts("9999", "post", json!({})));
    append(&db, &[submitted("2026-10-01T10:00:00Z"), submitted("2026-11-01T10:00:00Z")]).await;
    count(&db).await;
    assert!(rebuild(&db, true).await.unwrap().is_equal());

    let tamper = [
        "UPDATE indicator_cells SET value = 7 WHERE month = '2026-10'",
        "DELETE FROM indicator_cells WHERE month = '2026-11'",
        "INSERT INTO indicator_cells SELECT '1234', holder, month, measure, dimension, 3 FROM indicator_cells",
    ];
    for sql in tamper {
        db.for_migrations().execute_unprepared(sql).await.unwrap();
    }
    let report = rebuild(&db, true).await.unwrap();
    assert!(!report.is_equal() && !report.replaced);
    let found: Vec<_> = report.differing.iter().map(|d| (&d.cell[..4], d.stored, d.computed)).collect();
    assert_eq!(found, [("1234", Some(3), None), ("9999", Some(7), Some(1)), ("9999", None, Some(1))]);
    assert!(report.differing[1].cell.contains("2026-10 requested post"), "{}", report.differing[1].cell);

    assert!(rebuild(&db, false).await.unwrap().replaced);
    assert!(rebuild(&db, true).await.unwrap().is_equal());
    append(&db, &[submitted("2026-11-02T10:00:00Z")]).await;
    assert!(rebuild(&db, true).await.unwrap().behind);
    count(&db).await;
    assert!(rebuild(&db, true).await.unwrap().is_equal(), "the reader goes on from the rebuilt counts");
    assert_eq!(stored(&db).await.values().sum::<i64>(), 3);
}

#[tokio::test]
async fn a_rebuild_counts_what_nobody_has_read_and_the_reader_goes_on_behind_it() {
    let db = TestDb::sqlite().await;
    let submitted = ("case.submitted", "2026-10-01T10:00:00Z", facts("9999", "post", json!({})));
    append(&db, &[submitted.clone(), submitted.clone()]).await;
    assert!(rebuild(&db, true).await.unwrap().behind);
    let report = rebuild(&db, false).await.unwrap();
    assert!(report.is_equal() && report.replaced && !report.behind, "{report:?}");
    assert_eq!(stored(&db).await.values().sum::<i64>(), 2);
    append(&db, &[submitted]).await;
    count(&db).await;
    assert_eq!(stored(&db).await.values().sum::<i64>(), 3, "nothing is counted twice");
    assert!(!rebuild(&db, false).await.unwrap().replaced, "nothing to do");
}

use sea_orm::ConnectionTrait as _;

// req: ANA-01
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rebuild_beside_a_live_reader_disturbs_nothing() {
    let db = std::sync::Arc::new(TestDb::sqlite().await);
    let working = std::sync::Arc::clone(&db);
    let work = tokio::spawn(async move {
        for n in 0..30 {
            let time = format!("2026-{:02}-01T10:00:00Z", n % 12 + 1);
            append(&working, &[("case.submitted", &time, facts("9999", "post", json!({})))]).await;
            count(&working).await;
        }
    });
    for round in 0..10 {
        let report = rebuild(&db, round % 2 == 0).await.unwrap();
        assert!(report.is_equal(), "{:?}", report.differing);
    }
    work.await.unwrap();
    let report = rebuild(&db, true).await.unwrap();
    assert!(report.is_equal());
    assert_eq!(report.events, 30);
}
