//! The rule of counting and the months.

use super::{append, at, facts, holder, log};
use crate::cells::COUNTED;
use crate::{CellKey, Measure, Month, cells_of};
use serde_json::json;
use std::collections::BTreeMap;
use test_support::TestDb;

#[test]
fn months_are_latvian() {
    assert_eq!(Month::of(at("2026-11-30T21:59:59Z")).to_string(), "2026-11");
    assert_eq!(Month::of(at("2026-11-30T22:00:00Z")).to_string(), "2026-12", "winter time");
    assert_eq!(Month::of(at("2026-06-30T21:00:00Z")).to_string(), "2026-07", "summer time");
    for (far, nearest) in [("1850-05-05T00:00:00Z", "1900-01"), ("2200-12-31T23:00:00Z", "2200-12")] {
        let month = Month::of(at(far)).to_string();
        assert_eq!(month, nearest);
        assert!(month.parse::<Month>().is_ok(), "what is stored can be read");
    }
}

#[test]
fn months_are_read_and_reckoned() {
    let month: Month = "2026-02".parse().unwrap();
    assert_eq!(month.back(2).to_string(), "2025-12");
    assert_eq!(month.back(13).to_string(), "2025-01");
    assert_eq!(
        (month.first_of_year().to_string(), month.last_of_year().to_string()),
        ("2026-01".into(), "2026-12".into())
    );
    for wrong in ["2026-13", "2026-0", "26-01", "2026", "x", "2026-1-1", "0001-01", "+026-01"] {
        assert_eq!(wrong.parse::<Month>().unwrap_err().key(), "bad-month", "{wrong}");
    }
}

// req: ANA-01, ANA-02, EFR-11
#[tokio::test]
async fn each_kind_of_event_adds_to_its_measure() {
    let db = TestDb::sqlite().await;
    let time = "2026-11-01T10:00:00Z";
    append(
        &db,
        &[
            ("case.submitted", time, facts("9999", "electronic", json!({ "draft": true }))),
            ("case.submitted", time, facts("9999", "post", json!({ "draft": false }))),
            ("case.delivered", time, facts("9999", "centre", json!({}))),
            ("case.overdue", time, facts("9999", "post", json!({}))),
            ("case.complaint_filed", time, facts("9999", "post", json!({}))),
            ("case.decided", time, facts("9999", "post", json!({ "outcome": "refused" }))),
            ("case.decided", time, facts("9999", "post", json!({ "outcome": "new word" }))),
            ("case.rated", time, facts("9999", "post", json!({ "rating": 4 }))),
            ("case.rated", time, facts("9999", "post", json!({ "rating": 6 }))),
            ("draft.started", time, facts("9999", "electronic", json!({}))),
            ("consultation.registered", time, facts("9999", "phone", json!({}))),
            ("consultation.registered", time, json!({ "channel": "phone" })),
            ("enquiry.received", time, json!({ "service": "9999", "holder": holder(1), "kind": "complaint" })),
            ("enquiry.received", time, json!({ "service": "9999", "holder": holder(1), "kind": "question" })),
            ("enquiry.received", time, json!({ "holder": holder(1), "kind": "complaint" })),
            ("case.closed", time, facts("9999", "post", json!({}))),
            ("case.submitted", time, json!({ "service": "9999", "holder": holder(1) })),
        ],
    )
    .await;
    let words: Vec<Vec<(Measure, &str)>> = log(&db)
        .await
        .iter()
        .map(|event| cells_of(event).into_iter().map(|delta| (delta.key.measure, delta.key.dimension)).collect())
        .collect();
    assert_eq!(
        words,
        [
            vec![(Measure::Requested, "electronic"), (Measure::Completions, "")],
            vec![(Measure::Requested, "post")],
            vec![(Measure::Delivered, "centre")],
            vec![(Measure::Overdue, "")],
            vec![(Measure::Complaints, "")],
            vec![(Measure::Decided, "refused")],
            vec![(Measure::Decided, "other")],
            vec![(Measure::Rated, "4")],
            vec![],
            vec![(Measure::Starts, "")],
            vec![(Measure::Consulted, "phone")],
            vec![],
            vec![(Measure::Complaints, "")],
            vec![],
            vec![],
            vec![(Measure::Closed, "")],
            vec![(Measure::Requested, "electronic")],
        ]
    );
}

/// Everything that the events of a log add up to; what is nought is nothing.
async fn sums(events: &[(&'static str, &str, serde_json::Value)]) -> BTreeMap<CellKey, i64> {
    let db = TestDb::sqlite().await;
    append(&db, events).await;
    let mut sums = BTreeMap::new();
    for delta in log(&db).await.iter().flat_map(cells_of) {
        *sums.entry(delta.key).or_default() += delta.by;
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

// req: ANA-01, INT-07
#[tokio::test]
async fn a_corrected_case_is_counted_as_if_it_had_been_right_from_the_start() {
    let (asked, ended) = ("2026-03-31T20:59:59Z", "2026-06-02T10:00:00Z");
    let was = json!({ "channel": "post", "submitted_at": asked, "due_at": "2026-05-20T21:00:00Z", "closed_at": ended,
        "state": "closed", "outcome": "granted", "overdue": true, "unit": "A" });
    let begun = [
        ("case.submitted", asked, facts("9999", "post", json!({}))),
        ("case.overdue", "2026-05-20T21:00:00Z", facts("9999", "post", json!({}))),
        ("case.decided", ended, facts("9999", "post", json!({ "outcome": "granted" }))),
        ("case.closed", ended, facts("9999", "post", json!({}))),
    ];
    let with = |change: serde_json::Value| {
        let mut is = was.clone();
        is.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let event = ("case.corrected", "2026-11-01T10:00:00Z", facts("9999", "post", json!({ "was": was, "is": is })));
        [&begun[..], &[event][..]].concat()
    };
    let before = sums(&begun).await;
    assert_eq!(before.len(), 4);
    assert_eq!(sums(&with(json!({ "unit": "B", "flags": ["end_before_start"] }))).await, before, "nothing that counts");
    let told = |key: &CellKey| format!("{} {} {}", key.month, key.measure.as_str(), key.dimension);
    for (change, expected) in [
        (
            json!({ "channel": "phone" }),
            ["2026-03 requested phone", "2026-05 overdue ", "2026-06 closed ", "2026-06 decided granted"],
        ),
        (
            json!({ "submitted_at": "2026-03-31T21:00:00Z" }),
            ["2026-04 requested post", "2026-05 overdue ", "2026-06 closed ", "2026-06 decided granted"],
        ),
        (
            json!({ "due_at": "2026-04-20T21:00:00Z" }),
            ["2026-03 requested post", "2026-04 overdue ", "2026-06 closed ", "2026-06 decided granted"],
        ),
        (
            json!({ "closed_at": "2026-07-02T10:00:00Z", "outcome": "refused" }),
            ["2026-03 requested post", "2026-05 overdue ", "2026-07 closed ", "2026-07 decided refused"],
        ),
    ] {
        let after = sums(&with(change)).await;
        let mut keys: Vec<String> = after.keys().map(told).collect();
        keys.sort();
        assert_eq!(keys, expected);
        assert!(after.values().all(|sum| *sum == 1), "{after:?}");
    }
    let in_time = sums(&with(json!({ "due_at": "2026-07-20T21:00:00Z", "overdue": false }))).await;
    let measures: Vec<Measure> = in_time.keys().map(|key| key.measure).collect();
    assert!(!measures.contains(&Measure::Overdue) && measures.len() == 3, "{measures:?}");
    let ends = |key: &CellKey| matches!(key.measure, Measure::Closed | Measure::Decided);
    for no_end in [json!({ "closed_at": null }), json!({ "state": "withdrawn", "outcome": null })] {
        let left = sums(&with(no_end)).await;
        assert!(!left.keys().any(ends) && left.len() == 2, "{left:?}");
    }
}

#[tokio::test]
async fn an_undone_consultation_is_taken_out_of_its_month() {
    let db = TestDb::sqlite().await;
    let registered = "2026-10-31T21:59:50Z";
    append(
        &db,
        &[
            ("consultation.registered", registered, facts("9999", "phone", json!({}))),
            (
                "consultation.undone",
                "2026-10-31T22:00:10Z",
                facts("9999", "phone", json!({ "registered_at": registered })),
            ),
        ],
    )
    .await;
    let deltas: Vec<_> = log(&db).await.iter().flat_map(cells_of).collect();
    assert_eq!(deltas[0].key, deltas[1].key);
    assert_eq!((deltas[0].by, deltas[1].by), (1, -1));
}

#[test]
fn the_reader_wants_exactly_what_is_counted() {
    assert!(COUNTED.contains(&"case.submitted") && COUNTED.contains(&"draft.started"));
    assert!(COUNTED.contains(&"case.closed"));
    assert!(!COUNTED.contains(&"case.claimed") && !COUNTED.contains(&"access.viewed"));
}
