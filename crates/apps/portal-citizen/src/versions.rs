//! Versions of a text that was published: the lines of a history, and what was in force on a day (CAT-33).

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// A published version, as `_history.html` shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Line {
    pub(crate) number: i32,
    pub(crate) href: String,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) to: Option<DateTime<Utc>>,
    /// When requests ended while it was in force.
    pub(crate) closed: Option<DateTime<Utc>>,
    pub(crate) note: String,
    /// What it changed of the one before it.
    pub(crate) changes: Option<String>,
}

/// Those in force at any time of a day in Latvia.
pub(crate) fn in_force_on(lines: &[Line], day: NaiveDate) -> Vec<Line> {
    let (begin, end) = (worktime::start_of_day(day), worktime::end_of_day(day));
    let held = |line: &&Line| line.from.is_some_and(|from| from <= end) && line.to.is_none_or(|to| to > begin);
    lines.iter().filter(held).cloned().collect()
}

/// A day as people and browsers write it.
pub(crate) fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim_end_matches('.');
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}
