//! Where contact persons begin their day: that reported mistakes wait for their institution.

use catalogue::{CorrectionsWaiting, corrections_waiting};
use chrono::NaiveDate;
use kernel::{Result, Role, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// How many reports were passed on, and by when the first must be dealt with.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionNotice {
    reports: u64,
    /// There may be more than were counted.
    more: bool,
    due_on: NaiveDate,
    /// `reminder`, `today` or `overdue`.
    when: &'static str,
}

impl CorrectionNotice {
    /// What waits for a contact person's institution; none for others, who correct nothing.
    pub async fn read(visit: &Visit, tx: &Read) -> Result<Option<Self>> {
        if visit.caller().role != Role::ContactPerson {
            return Ok(None);
        }
        let now = visit.now();
        Ok(corrections_waiting(tx).await?.map(|found| {
            let due_on = riga_date(found.due_at);
            let today = if due_on == riga_date(now) { "today" } else { "reminder" };
            let when = if found.due_at < now { "overdue" } else { today };
            Self { reports: found.reports, more: found.reports >= CorrectionsWaiting::MOST, due_on, when }
        }))
    }

    /// For samples of pages.
    pub fn samples() -> [Self; 3] {
        let due_on = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap_or_default();
        [("reminder", 1), ("today", 3), ("overdue", 100)].map(|(when, reports)| Self {
            reports,
            more: reports == CorrectionsWaiting::MOST,
            due_on,
            when,
        })
    }
}
