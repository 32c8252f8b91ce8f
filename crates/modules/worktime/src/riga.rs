//! Between instants (UTC) and days in Latvia (Europe/Riga, with its daylight-saving nights).

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Riga;

/// The first and the last day that are told apart. What lies beyond, as a slip of the keyboard in an address does, has no
/// instant that chrono and both databases know and put in its place: it counts as the nearer of the two.
const FIRST: NaiveDate = day(1, 1, 1);
const LAST: NaiveDate = day(9999, 12, 30);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The wall-clock time in Latvia at `at`.
#[must_use]
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Riga).naive_local()
}

/// The first instant of `date` in Latvia.
#[must_use]
pub fn start_of_day(date: NaiveDate) -> DateTime<Utc> {
    instant(date.clamp(FIRST, LAST).and_time(NaiveTime::MIN))
}

/// The last whole second of `date` in Latvia: 23:59:59 there. A term that ends on `date` ends now.
#[must_use]
pub fn end_of_day(date: NaiveDate) -> DateTime<Utc> {
    let date = date.clamp(FIRST, LAST);
    let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
    instant(next.and_time(NaiveTime::MIN)) - TimeDelta::seconds(1)
}

/// The instant of a wall-clock time in Latvia. A time that a clock change repeats is taken the first time, one that it
/// skips is read by the offset before the change.
fn instant(wall: NaiveDateTime) -> DateTime<Utc> {
    let found = Riga.from_local_datetime(&wall).earliest();
    let shifted =
        || Riga.from_local_datetime(&(wall - TimeDelta::hours(1))).earliest().map(|at| at + TimeDelta::hours(1));
    found.or_else(shifted).map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
}
