//! Figures as page, API and export ask for them.

use super::{append, at, count, facts, holder};
use crate::{Figure, Filter, Form, Grouping, Month, ServiceIndicators, View, export_indicators, service_indicators};
use kernel::{Caller, Cursor, PageRequest, PersonId, Role};
use serde_json::{Value, json};
use test_support::TestDb;
use uuid::Uuid;

pub(super) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub(super) fn year_2026() -> Filter {
    Filter::between(month("2026-01"), month("2026-12"))
}

pub(super) fn auditor() -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Auditor, holder(3))
}

pub(super) async fn ask(db: &TestDb, caller: &Caller, filter: &Filter) -> Vec<ServiceIndicators> {
    service_indicators(&db.reading(caller).await, filter, &PageRequest::first(100)).await.unwrap().items
}

/// November: 6 electronic of 8, one late; 10 delivered, 7 closed; 10 forms begun, 6 sent; December: one by post. Service
/// 1111 in November: one.
pub(super) async fn filled() -> TestDb {
    let db = TestDb::sqlite().await;
    let (november, december) = ("2026-11-10T10:00:00Z", "2026-12-10T10:00:00Z");
    let mut events: Vec<(&'static str, &str, Value)> = Vec::new();
    events.extend((0..6).map(|_| ("case.submitted", november, facts("9999", "electronic", json!({ "draft": true })))));
    events.extend((0..2).map(|_| ("case.submitted", november, facts("9999", "post", json!({ "draft": false })))));
    events.extend((0..10).map(|_| ("draft.started", november, facts("9999", "electronic", json!({})))));
    events.extend((0..5).map(|_| ("case.delivered", november, facts("9999", "electronic", json!({})))));
    events.extend((0..5).map(|_| ("case.delivered", november, facts("9999", "centre", json!({})))));
    events.extend((0..7).map(|_| ("case.closed", november, facts("9999", "post", json!({})))));
    events.push(("case.overdue", november, facts("9999", "post", json!({}))));
    events.push(("case.submitted", december, facts("9999", "post", json!({ "draft": false }))));
    events.push(("case.submitted", november, facts("1111", "post", json!({ "draft": false }))));
    append(&db, &events).await;
    count(&db).await;
    db
}

// req: ANA-01, ANA-02, ANA-06, EFR-11
#[tokio::test]
async fn figures_by_service_holder_and_month() {
    let db = filled().await;
    let rows = ask(&db, &auditor(), &year_2026()).await;
    let keys: Vec<_> = rows.iter().map(|row| (row.service.as_str(), row.period.as_str())).collect();
    assert_eq!(keys, [("1111", "2026-11"), ("9999", "2026-11"), ("9999", "2026-12")]);
    let row = &rows[1];
    assert_eq!((row.view, row.requested.total), (View::Full, Figure::Shown(8)));
    assert_eq!(row.requested.part("post"), Figure::Shown(2));
    assert_eq!((row.overdue, row.complaints), (Figure::Shown(1), Figure::Shown(0)));
    assert_eq!((row.delivered.total, row.closed), (Figure::Shown(10), Figure::Shown(7)));
    assert_eq!((row.success, row.uptake_requested, row.uptake_delivered), (Some(0.6), Some(0.75), Some(0.5)));
    assert_eq!(row.rating_average, None);
    assert_eq!(rows[2].success, None, "nothing was begun in December");
}

// req: ANA-01, AUD-03
#[tokio::test]
async fn others_see_no_small_figures() {
    let db = filled().await;
    let officer = |institution| Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Officer, holder(institution));
    let own = &ask(&db, &officer(1), &year_2026()).await[1];
    assert_eq!((own.view, own.overdue), (View::Full, Figure::Shown(1)));
    for caller in [Caller::anonymous(), officer(2), Caller::client(PersonId::new(Uuid::from_u128(9)))] {
        let rows = ask(&db, &caller, &year_2026()).await;
        assert_eq!((rows[1].view, rows[1].overdue), (View::Public, Figure::Hidden));
        assert_eq!(rows[1].requested.total, Figure::Shown(8));
        assert_eq!(rows[1].requested.part("electronic"), Figure::Hidden, "else 8 - 6 = 2 by post");
        assert_eq!((rows[1].uptake_requested, rows[1].uptake_delivered), (None, Some(0.5)));
        assert_eq!(rows[0].requested.total, Figure::Hidden);
    }
}

#[tokio::test]
async fn years_are_whole_and_filters_filter() {
    let db = filled().await;
    let filter = Filter {
        grouping: Grouping::Year,
        service: Some("9999".to_owned()),
        ..Filter::between(month("2026-12"), month("2026-12"))
    };
    let rows = ask(&db, &auditor(), &filter).await;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].period.as_str(), rows[0].requested.total), ("2026", Figure::Shown(9)));
    let public = ask(&db, &Caller::anonymous(), &filter).await;
    assert_eq!(public[0].requested.total, Figure::Hidden, "9 - 8 would give December away");

    let other_holder = Filter { holder: Some(holder(2)), ..year_2026() };
    assert_eq!(ask(&db, &auditor(), &other_holder).await, []);
    let other_months = Filter::between(month("2025-01"), month("2026-10"));
    assert_eq!(ask(&db, &auditor(), &other_months).await, []);
    let tx = db.reading(&auditor()).await;
    let backwards = Filter::between(month("2026-02"), month("2026-01"));
    let error = service_indicators(&tx, &backwards, &PageRequest::first(1)).await.unwrap_err();
    assert_eq!(error.key(), "indicator-months");
}

#[tokio::test]
async fn pages_follow_each_other_without_gap() {
    let db = filled().await;
    for grouping in [Grouping::Month, Grouping::Year] {
        let filter = Filter { grouping, ..year_2026() };
        let whole = ask(&db, &auditor(), &filter).await;
        let (mut read, mut after) = (Vec::new(), None);
        loop {
            let tx = db.reading(&auditor()).await;
            let page = service_indicators(&tx, &filter, &PageRequest::new(1, after)).await.unwrap();
            read.extend(page.items);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(read, whole);
    }
    let tx = db.reading(&auditor()).await;
    let foreign = PageRequest::new(1, Some(Cursor::from_parts(&["a", "b", "c"])));
    assert_eq!(service_indicators(&tx, &year_2026(), &foreign).await.unwrap_err().key(), "bad-cursor");
}

// req: ANA-01
#[tokio::test]
async fn exports_are_what_the_query_says() {
    let db = filled().await;
    let export = async |caller: Caller, form| {
        let mut out = Vec::new();
        let lines = export_indicators(&db, &caller, &year_2026(), form, &mut out).await.unwrap();
        assert_eq!(lines, 3);
        String::from_utf8(out).unwrap()
    };
    let csv = export(auditor(), Form::Csv).await;
    let lines: Vec<_> = csv.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("service,holder,holder_lv,holder_en,period,requested,requested_electronic,"));
    assert!(
        lines[2]
            .starts_with(&format!("9999,{},,,2026-11,8,6,0,2,0,0,10,5,7,1,0,10,6,0.6000,0.7500,0.5000,", holder(1)))
    );
    assert!(export(Caller::anonymous(), Form::Csv).await.lines().nth(2).unwrap().contains(",2026-11,8,<5,0,<5,0,0,"));
    let json = export(Caller::anonymous(), Form::Jsonl).await;
    let row: Value = serde_json::from_str(json.lines().nth(1).unwrap()).unwrap();
    assert_eq!(
        (&row["requested"]["total"], &row["overdue"], &row["view"]),
        (&json!(8), &Value::Null, &json!("public"))
    );
}

#[test]
fn a_month_of_an_instant_is_the_one_figures_are_under() {
    assert_eq!(Month::of(at("2026-11-10T10:00:00Z")), month("2026-11"));
}
