//! Holidays and working days by example.

use super::day;
use crate::{Calendar, HolidayName, Transfer, easter_sunday, is_public_holiday, public_holidays};
use chrono::Weekday;

#[test]
fn easter_is_where_the_church_has_it() {
    for (year, date) in [(1991, "1991-03-31"), (2008, "2008-03-23"), (2026, "2026-04-05"), (2038, "2038-04-25")] {
        assert_eq!(easter_sunday(year), day(date));
    }
}

// req: OPS-11
#[test]
fn only_the_named_holidays_move_to_monday() {
    assert!(is_public_holiday(day("2025-05-05")), "4 May 2025 was a Sunday");
    assert!(is_public_holiday(day("2023-11-20")), "18 November 2023 was a Saturday");
    assert!(!is_public_holiday(day("2022-05-02")), "1 May 2022 was a Sunday and does not move");
    assert!(!is_public_holiday(day("2023-01-02")), "New Year 2023 was a Sunday and does not move");
    assert!(!is_public_holiday(day("2006-11-20")), "the rule for 18 November came in 2007");
    assert!(is_public_holiday(day("2018-07-09")) && is_public_holiday(day("2023-07-10")), "Song Celebration");
    assert!(is_public_holiday(day("2018-09-24")) && is_public_holiday(day("2023-05-29")), "one-off holidays");
}

#[test]
fn two_holidays_on_one_sunday_are_both_listed() {
    let names: Vec<_> =
        public_holidays(2035).into_iter().filter(|h| h.date == day("2035-05-13")).map(|h| h.name).collect();
    assert_eq!(names, [HolidayName::MothersDay, HolidayName::Pentecost]);
}

// req: OPS-11
#[test]
fn transferred_days_hold_only_where_they_were_adopted() {
    let (state, plain) = (Calendar::state(), Calendar::plain());
    assert!(!state.is_working_day(day("2026-06-22")) && state.is_working_day(day("2026-06-27")));
    assert!(plain.is_working_day(day("2026-06-22")) && !plain.is_working_day(day("2026-06-27")));
    assert_eq!((Calendar::of(true), Calendar::of(false)), (state.clone(), plain.clone()));
    let own = Calendar::with_transfers(vec![Transfer::new(day("2027-05-03"), day("2027-05-08"))]);
    assert!(!own.is_working_day(day("2027-05-03")) && own.is_working_day(day("2027-05-08")));
}

// req: POR-16, OPS-11
#[test]
fn hours_hold_by_the_day_of_the_week_but_not_on_holidays_and_days_off() {
    let calendar = Calendar::with_transfers(vec![Transfer::new(day("2026-01-02"), day("2026-01-17"))]);
    for (date, weekday) in [
        ("2026-01-15", Some(Weekday::Thu)),
        ("2026-01-10", Some(Weekday::Sat)),
        ("2026-01-11", Some(Weekday::Sun)),
        ("2026-01-01", None),
        ("2026-01-02", None),
        ("2026-01-17", Some(Weekday::Fri)),
    ] {
        assert_eq!(calendar.opens_as(day(date)), weekday, "{date}");
    }
}
