//! Dates, times and money.

use chrono::{NaiveDate, TimeZone, Utc};
use kernel::Locale::{En, Lv};
use rstest::rstest;

use crate::{date, date_time, day_and_month, money, number};

#[test]
fn a_moment_is_written_in_the_time_of_riga() {
    let at = Utc.with_ymd_and_hms(2026, 11, 22, 12, 40, 0).unwrap();
    assert_eq!(date_time(Lv, at), "22.11.2026. plkst. 14.40");
    assert_eq!(date_time(En, at), "22 November 2026, 14:40");
    let summer_night = Utc.with_ymd_and_hms(2026, 6, 30, 22, 5, 0).unwrap();
    assert_eq!(date_time(Lv, summer_night), "01.07.2026. plkst. 1.05");
}

#[test]
fn a_deadline_fits_into_a_sentence() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 7).unwrap();
    assert_eq!(day_and_month(Lv, day), "7. martam");
    assert_eq!(day_and_month(En, day), "7 March");
    assert_eq!(date(Lv, day), "07.03.2026.");
}

#[rstest]
#[case(1250, "12,50\u{a0}€", "€12.50")]
#[case(0, "0,00\u{a0}€", "€0.00")]
#[case(-5, "-0,05\u{a0}€", "-€0.05")]
#[case(123_456_789, "1\u{a0}234\u{a0}567,89\u{a0}€", "€1,234,567.89")]
fn money_is_written_as_people_write_it(#[case] cents: i64, #[case] lv: &str, #[case] en: &str) {
    assert_eq!(money(Lv, cents), lv);
    assert_eq!(money(En, cents), en);
}

#[test]
fn numbers_are_written_as_sums_of_money_are() {
    assert_eq!((number(Lv, 12_345), number(En, 12_345)), ("12\u{a0}345".to_owned(), "12,345".to_owned()));
    assert_eq!((number(Lv, 0), number(En, -1_000)), ("0".to_owned(), "-1,000".to_owned()));
}
