//! Places that people can go to: how far they are and whether they are open (POR-16).

use crate::{Institution, InstitutionKind, OpeningHours, Position, store};
use chrono::{NaiveTime, Weekday};
use kernel::{DayTime, Result};
use storage::Read;

/// Whether a place is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// Open, until then.
    Open(DayTime),
    /// Closed; opens at this time of the same day.
    Later(DayTime),
    /// Closed for the rest of the day.
    Closed,
    /// Nobody has said.
    Unknown,
}

/// The institutions of a kind whose position is known, in the order of their codes.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn placed(tx: &Read, kind: InstitutionKind) -> Result<Vec<Institution>> {
    store::institutions::placed(tx, kind).await
}

/// The nearest `limit` of these places with their distance in kilometres, nearest first; those without a position are
/// left out.
#[must_use]
pub fn nearest(places: Vec<Institution>, from: Position, limit: usize) -> Vec<(f64, Institution)> {
    let far = |place: Institution| place.position.map(|position| (from.kilometres_to(position), place));
    let mut near: Vec<(f64, Institution)> = places.into_iter().filter_map(far).collect();
    near.sort_by(|(a, first), (b, second)| a.total_cmp(b).then_with(|| first.code.cmp(&second.code)));
    near.truncate(limit);
    near
}

/// Whether a place is open at a time of a day in Latvia by the hours of `weekday`, which the calendar of the institution
/// says: on a public holiday none hold, and nothing is open.
#[must_use]
pub fn openness(hours: &[OpeningHours], weekday: Option<Weekday>, time: NaiveTime) -> Openness {
    if hours.is_empty() {
        return Openness::Unknown;
    }
    let Some(weekday) = weekday else { return Openness::Closed };
    let time = DayTime::from(time);
    let number = weekday.number_from_monday();
    let today = hours.iter().filter(|line| line.days.iter().any(|day| u32::from(*day) == number));
    let spans: Vec<_> =
        today.filter_map(|line| DayTime::parse(&line.opens).zip(DayTime::parse(&line.closes))).collect();
    if let Some((_, closes)) = spans.iter().find(|(opens, closes)| *opens <= time && time < *closes) {
        return Openness::Open(*closes);
    }
    let later = spans.iter().map(|(opens, _)| *opens).filter(|opens| time < *opens).min();
    later.map_or(Openness::Closed, Openness::Later)
}
