//! Tests of working days, by example, by property and against published lists.

mod deadlines;
mod holidays;
mod properties;
mod published;
mod sla;

use chrono::{DateTime, NaiveDate, Utc};

/// A date written as `2026-06-22`.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An instant written with its offset, as `2026-06-22T09:00:00+03:00`.
fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Utc)
}
