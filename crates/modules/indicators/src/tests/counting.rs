//! The rule of counting and the months.

use super::{append, at, facts, holder, log};
use crate::cells::COUNTED;
use crate::{Measure, Month, cells_of};
use serde_json::json;
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

// req: ANA-01, ANA-02
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
            vec![],
            vec![(Measure::Requested, "electronic")],
        ]
    );
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
    assert!(!COUNTED.contains(&"case.closed") && !COUNTED.contains(&"access.viewed"));
}
