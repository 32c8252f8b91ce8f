//! Between instants (UTC) and days in Latvia (Europe/Riga, with its daylight-saving nights).

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Riga;

/// The wall-clock time in Latvia at `at`.
#[must_use]
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Riga).naive_local()
}

/// The first instant of `date` in Latvia.
#[must_use]
pub fn start_of_day(date: NaiveDate) -> DateTime<Utc> {
    instant(date.and_time(NaiveTime::MIN))
}

/// The last whole second of `date` in Latvia: 23:59:59 there. A term that ends on `date` ends now.
#[must_use]
pub fn end_of_day(date: NaiveDate) -> DateTime<Utc> {
    let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
    start_of_day(next) - TimeDelta::seconds(1)
}

/// The instant of a wall-clock time in Latvia. A time that a clock change repeats is taken the first time, one that it
/// skips is read by the offset before the change.
fn instant(wall: NaiveDateTime) -> DateTime<Utc> {
    let found = Riga.from_local_datetime(&wall).earliest();
    let shifted =
        || Riga.from_local_datetime(&(wall - TimeDelta::hours(1))).earliest().map(|at| at + TimeDelta::hours(1));
    found.or_else(shifted).map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
}
