//! Reading times: with an offset as it is given, without one in the time zone that the map names.

use chrono::{DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Tz;

/// Forms with an offset.
const WITH_OFFSET: [&str; 2] = ["%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M:%S%.f%#z"];
/// Forms of local time.
const LOCAL: [&str; 3] = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M"];

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeProblem {
    /// No known form, or a year outside 1900 to 2200.
    Unreadable,
    /// The clock skips this hour in spring.
    NoSuchHour,
}

/// Reads `text`; `format` (chrono's signs, local time) is tried first. The result is cut to whole microseconds.
pub(crate) fn parse_time(text: &str, zone: Tz, format: Option<&str>) -> Result<DateTime<Utc>, TimeProblem> {
    let time = read(text, zone, format)?.trunc_subsecs(6);
    if (1900..=2200).contains(&time.year()) { Ok(time) } else { Err(TimeProblem::Unreadable) }
}

fn read(text: &str, zone: Tz, format: Option<&str>) -> Result<DateTime<Utc>, TimeProblem> {
    if let Some(local) = format.and_then(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
        return in_zone(local, zone);
    }
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Ok(time.to_utc());
    }
    for form in WITH_OFFSET {
        if let Ok(time) = DateTime::parse_from_str(text, form) {
            return Ok(time.to_utc());
        }
    }
    for form in LOCAL {
        if let Ok(local) = NaiveDateTime::parse_from_str(text, form) {
            return in_zone(local, zone);
        }
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| TimeProblem::Unreadable)?;
    in_zone(day.and_hms_opt(0, 0, 0).ok_or(TimeProblem::Unreadable)?, zone)
}

/// The hour that comes twice in autumn is taken as the first of the two.
fn in_zone(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>, TimeProblem> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Ok(time.to_utc()),
        LocalResult::None => Err(TimeProblem::NoSuchHour),
    }
}
