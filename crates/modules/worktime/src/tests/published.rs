//! Comparison with published lists of real data.

use super::day;
use crate::{Calendar, is_public_holiday, public_holidays, state_transfers};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Rows of one published list, without its head line; none when it is not there.
fn rows(name: &str) -> Option<Vec<csv::StringRecord>> {
    let file = test_support::shared_data(&format!("calendars/{name}"))?;
    Some(csv::Reader::from_path(file).unwrap().records().map(Result::unwrap).collect())
}

// req: OPS-11
#[test]
fn holidays_of_fifty_years_equal_the_published_list() {
    let Some(rows) = rows("latvia-holidays-1991-2040.csv") else { return };
    let dates_of = |wanted: &dyn Fn(&str) -> bool| -> BTreeSet<NaiveDate> {
        rows.iter().filter(|row| wanted(&row[2])).map(|row| day(&row[0])).collect()
    };
    let published = dates_of(&|kind| kind != "transferred-day-off");
    let ours: BTreeSet<NaiveDate> = (1991..=2040).flat_map(public_holidays).map(|holiday| holiday.date).collect();
    assert!(published.len() > 700, "the list was read");
    assert_eq!(ours, published);
    let observed: BTreeSet<_> = (1991..=2040)
        .flat_map(public_holidays)
        .filter(|holiday| holiday.observed)
        .map(|holiday| holiday.date)
        .collect();
    assert_eq!(observed, dates_of(&|kind| kind == "observed-day-off"));
    let first = day("1991-01-01");
    let by_day: BTreeSet<_> =
        first.iter_days().take_while(|day| day.year() <= 2040).filter(|day| is_public_holiday(*day)).collect();
    assert_eq!(by_day, published);
}

// req: OPS-11
#[test]
fn transfers_equal_the_published_list() {
    let Some(rows) = rows("latvia-working-day-transfers-2001-2026.csv") else { return };
    let published: Vec<_> = rows.iter().map(|row| (day(&row[0]), day(&row[2]))).collect();
    let ours: Vec<_> =
        state_transfers().into_iter().map(|transfer| (transfer.day_off, transfer.worked_instead)).collect();
    assert_eq!(ours, published);
}

// req: OPS-11
#[test]
fn working_days_per_month_equal_the_published_list() {
    let Some(rows) = rows("latvia-working-days-per-month-2019-2026.csv") else { return };
    assert_eq!(rows.len(), 96);
    for row in rows {
        let first = day(&format!("{}-01", &row[0]));
        let month = || first.iter_days().take_while(|day| day.month() == first.month());
        let worked = |calendar: &Calendar| month().filter(|day| calendar.is_working_day(*day)).count().to_string();
        assert_eq!(
            (worked(&Calendar::plain()), worked(&Calendar::state())),
            (row[1].to_owned(), row[2].to_owned()),
            "{}",
            &row[0]
        );
    }
}
