//! Versions of a text that was published: the lines of a history, and what was in force on a day (CAT-33).

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use web_kit::{FormErrors, Visit};

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

/// The day asked for; none where nothing was asked or it cannot be answered, which `errors` then say. What will be in
/// force on a day to come is not known yet: another version may take effect before it.
pub(crate) fn day_asked(visit: &Visit, on: &str, errors: &mut FormErrors) -> Option<NaiveDate> {
    let day = day_of(on);
    if !on.is_empty() && day.is_none() {
        errors.add(Some("on"), visit.text("error-edit-day"));
    }
    let future = day.is_some_and(|day| day > kernel::riga_date(visit.now()));
    if future {
        errors.add(Some("on"), visit.text("error-history-future"));
    }
    day.filter(|_| !future)
}

/// A day as people and browsers write it.
fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim_end_matches('.');
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}
