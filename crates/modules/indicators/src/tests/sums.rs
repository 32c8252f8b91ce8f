//! Counts added up, and how the counts are read.

use super::holder;
use super::queries::{ask, auditor, filled, month, year_2026};
use crate::{Filter, Measure, Month, ServiceIndicators, Sum, last_requested_before, month_sums, service_sums, store};
use kernel::{Caller, Channel, ErrorKind, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

/// What rows of figures come to: requested, by post, closed, overdue and begun forms.
fn of_rows<'a>(rows: impl Iterator<Item = &'a ServiceIndicators>) -> [i64; 5] {
    let mut sums = [0; 5];
    for row in rows {
        let post = row.requested.part(Channel::Post.as_str());
        for (sum, figure) in sums.iter_mut().zip([row.requested.total, post, row.closed, row.overdue, row.starts]) {
            *sum += figure.value().unwrap();
        }
    }
    sums
}

fn of_sum(sum: &Sum) -> [i64; 5] {
    [
        sum.total(Measure::Requested),
        sum.part(Measure::Requested, Channel::Post.as_str()),
        sum.total(Measure::Closed),
        sum.total(Measure::Overdue),
        sum.total(Measure::Starts),
    ]
}

// req: ANA-01, ANA-02
#[tokio::test]
async fn sums_are_what_the_figures_come_to() {
    let db = filled().await;
    let tx = db.reading(&auditor()).await;
    let (own, november) = (Some(holder(1)), Filter::between(month("2026-11"), month("2026-11")));
    for filter in [
        year_2026(),
        november.clone(),
        Filter { holder: own, ..year_2026() },
        Filter { service: Some("9999".to_owned()), ..year_2026() },
        Filter { holder: own, service: Some("9999".to_owned()), ..november },
        Filter { holder: Some(holder(2)), ..year_2026() },
        Filter::between(month("2025-01"), month("2025-12")),
    ] {
        let rows = ask(&db, &auditor(), &filter).await;
        let months = month_sums(&tx, &filter).await.unwrap();
        let periods: Vec<String> = months.keys().map(Month::to_string).collect();
        assert!(rows.iter().all(|row| periods.contains(&row.period)), "{filter:?}: {periods:?}");
        for (month, sum) in &months {
            let period = month.to_string();
            assert_eq!(of_sum(sum), of_rows(rows.iter().filter(|row| row.period == period)), "{filter:?}: {period}");
        }
        let found = service_sums(&tx, &filter, 100).await.unwrap();
        assert!(!found.more);
        let mut keys: Vec<_> = rows.iter().map(|row| (row.service.clone(), row.holder)).collect();
        keys.dedup();
        let named: Vec<_> = found.services.iter().map(|one| (one.service.clone(), one.holder)).collect();
        assert_eq!(named, keys, "{filter:?}");
        for one in &found.services {
            let of_service = rows.iter().filter(|row| row.service == one.service);
            assert_eq!(of_sum(&one.sum), of_rows(of_service), "{filter:?}: {}", one.service);
        }
    }
    let first = service_sums(&tx, &year_2026(), 1).await.unwrap();
    assert_eq!((first.services.len(), first.services[0].service.as_str(), first.more), (1, "1111", true));
    let backwards = Filter::between(month("2026-02"), month("2026-01"));
    assert_eq!(month_sums(&tx, &backwards).await.unwrap_err().key(), "indicator-months");
}

// req: ANA-01, AUD-03
#[tokio::test]
async fn who_sees_small_figures_hidden_gets_no_sums() {
    let db = filled().await;
    let own = Filter { holder: Some(holder(1)), ..year_2026() };
    let officer = |number| Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Officer, holder(number));
    let tx = db.reading(&officer(1)).await;
    let sums = month_sums(&tx, &own).await.unwrap();
    assert_eq!(sums.values().map(|sum| sum.total(Measure::Requested)).collect::<Vec<_>>(), [9, 1]);
    assert_eq!(month_sums(&tx, &year_2026()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let other = db.reading(&officer(2)).await;
    assert_eq!(month_sums(&other, &own).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(service_sums(&other, &own, 10).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: ANA-01, AUD-03
#[tokio::test]
async fn the_last_month_with_requests_is_found_for_who_sees_them() {
    let db = filled().await;
    let tx = db.reading(&auditor()).await;
    for (before, found) in [("2027-06", Some("2026-12")), ("2026-12", Some("2026-11")), ("2026-11", None)] {
        let last = last_requested_before(&tx, holder(1), month(before)).await.unwrap();
        assert_eq!(last, found.map(month), "before {before}");
    }
    assert_eq!(last_requested_before(&tx, holder(2), month("2027-06")).await.unwrap(), None);
    let other = Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Officer, holder(2));
    let refused = last_requested_before(&db.reading(&other).await, holder(1), month("2027-06")).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotFound);
}

// req: ANA-01
#[tokio::test]
async fn a_page_of_figures_begins_at_its_place_in_the_key() {
    let db = TestDb::sqlite().await;
    let place = || Some(("1007".to_owned(), holder(1).uuid(), month("2026-11")));
    let of_service = Filter { service: Some("1007".to_owned()), ..year_2026() };
    let of_holder = Filter { holder: Some(holder(1)), ..year_2026() };
    for (filter, parts) in [
        (year_2026(), "((service_code,holder,month)>(?,?,?))"),
        (of_service, "(service_code=? AND (holder,month)>(?,?))"),
        (of_holder, "(holder=? AND (service_code,month)>(?,?))"),
    ] {
        let plan = db.plan(store::behind(&filter, place())).await;
        assert!(plan.starts_with("SEARCH indicator_cells USING INDEX ") && plan.ends_with(parts), "{filter:?}: {plan}");
        let plan = db.plan(store::sums::services_of(&filter)).await;
        assert!(plan.starts_with("SEARCH ") && !plan.contains("TEMP B-TREE"), "{filter:?}: {plan}");
    }
}
