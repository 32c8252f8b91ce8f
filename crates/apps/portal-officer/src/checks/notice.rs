//! The reminder of the quarterly check, as pages of the workplace show it.

use chrono::NaiveDate;
use kernel::{InstitutionId, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// That checks are due soon, or overdue.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    overdue: bool,
    open: i64,
    due_on: NaiveDate,
    /// So many working days were left when the reminder was given.
    left: i32,
    /// Where they are confirmed; for those who confirm.
    href: Option<String>,
}

impl Notice {
    /// The reminder of an institution, once one was given and while something is open.
    pub async fn read(visit: &Visit, tx: &Read, holder: InstitutionId) -> Result<Option<Self>> {
        let Some(checks) = catalogue::holder_checks(tx, holder).await? else { return Ok(None) };
        let due = checks.overdue || checks.reminder.is_some();
        Ok(due.then(|| Self {
            overdue: checks.overdue,
            open: checks.open,
            due_on: checks.due_on,
            left: checks.reminder.map_or(0, |reminder| reminder.days),
            href: (visit.caller().role == Role::ContactPerson).then(|| visit.url("/work/checks")),
        }))
    }

    /// The same on the page that it would lead to.
    #[must_use]
    pub fn here(self) -> Self {
        Self { href: None, ..self }
    }

    /// For samples of pages.
    pub fn sample(overdue: bool) -> Self {
        let due_on = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
        Self { overdue, open: 3, due_on, left: 10, href: overdue.then(|| "/lv/work/checks".to_owned()) }
    }
}
