//! The reminders of the quarterly check, as pages of the workplace show them.

use catalogue::SituationLine;
use chrono::NaiveDate;
use kernel::{InstitutionId, Result, Role, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// That checks are to be done, due soon, or overdue.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    /// Of life situations; of descriptions otherwise.
    situations: bool,
    overdue: bool,
    /// The day is today.
    today: bool,
    /// The day is not near yet and nobody was reminded: what is to be done, where somebody begins their day.
    task: bool,
    open: i64,
    due_on: NaiveDate,
    /// So many working days are left.
    left: i32,
    /// Where they are confirmed; for those whose institution answers for it.
    href: Option<String>,
}

impl Notice {
    /// The reminders of an institution: of its descriptions, once one was given and while something is open, and of its
    /// life situations.
    pub async fn read(visit: &Visit, tx: &Read, holder: InstitutionId) -> Result<Vec<Self>> {
        let all = Self::begun(visit, tx, holder).await?;
        Ok(all.into_iter().filter(|notice| !notice.task).collect())
    }

    /// The same for the page where contact persons and administrators begin their day: there open checks are told from
    /// the first day of the quarter on. Read from sums that are kept for each institution.
    pub async fn begun(visit: &Visit, tx: &Read, holder: InstitutionId) -> Result<Vec<Self>> {
        let answers = matches!(visit.caller().role, Role::ContactPerson | Role::InstitutionAdministrator);
        let href = answers.then(|| visit.url("/work/checks"));
        let today = riga_date(visit.now());
        let checks = catalogue::holder_checks(tx, holder).await?;
        let descriptions = checks.filter(|checks| checks.open > 0).map(|checks| Self {
            situations: false,
            overdue: checks.overdue,
            today: checks.due_on == today,
            task: checks.due_on > today && checks.reminder.is_none(),
            open: checks.open,
            due_on: checks.due_on,
            left: checks.reminder.map_or(0, |reminder| reminder.left),
            href: href.clone(),
        });
        let due = catalogue::situations_due(tx, holder).await?;
        Ok(descriptions.into_iter().chain(Self::of_situations(visit, &due, href)).collect())
    }

    fn of_situations(visit: &Visit, due: &[SituationLine], href: Option<String>) -> Option<Self> {
        let first = due.iter().find_map(|line| line.check_due)?;
        let open = i64::try_from(due.len()).unwrap_or(i64::MAX);
        let now = riga_date(visit.now());
        let (overdue, today) = (first < now, first == now);
        Some(Self { situations: true, overdue, today, task: false, open, due_on: first, left: 0, href })
    }

    /// The same on the page that it would lead to.
    #[must_use]
    pub fn here(self) -> Self {
        Self { href: None, ..self }
    }

    /// For samples of pages: what is to be done in the quarter.
    pub fn task_samples() -> Vec<Self> {
        Self::samples(true).into_iter().take(1).map(|notice| Self { overdue: false, task: true, ..notice }).collect()
    }

    /// For samples of pages: of descriptions and of life situations.
    pub fn samples(overdue: bool) -> Vec<Self> {
        let due_on = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
        let href = overdue.then(|| "/lv/work/checks".to_owned());
        let descriptions =
            Self { situations: false, overdue, today: false, task: false, open: 3, due_on, left: 10, href };
        let situations = Self { situations: true, ..descriptions.clone() };
        if overdue {
            return vec![descriptions, situations];
        }
        let last = [&descriptions, &situations].map(|notice| Self { today: true, left: 0, ..notice.clone() });
        let one = Self { left: 1, ..descriptions.clone() };
        [descriptions, situations, one].into_iter().chain(last).collect()
    }
}
