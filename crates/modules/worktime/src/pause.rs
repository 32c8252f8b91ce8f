//! Stopping the clock while the client must act, and starting it again.

use crate::calendar::Calendar;
use chrono::{DateTime, Utc};
use kernel::riga_date;
use serde::{Deserialize, Serialize};

/// Working days that were left when the clock stopped; below zero when the deadline had already passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Remaining {
    /// Working days left after the day of the pause.
    pub working_days: i32,
}

impl Calendar {
    /// What is left of a deadline `due` when the clock stops at `at`. (DEL-03)
    #[must_use]
    pub fn pause(&self, at: DateTime<Utc>, due: DateTime<Utc>) -> Remaining {
        let today = self.on_or_after(riga_date(at));
        Remaining { working_days: self.working_days_between(today, riga_date(due)) }
    }

    /// The new deadline when the clock starts again at `at`. Stopping and starting on one day changes nothing, and
    /// what was late stays late by as many working days. (DEL-03)
    #[must_use]
    pub fn resume(&self, at: DateTime<Utc>, remaining: Remaining) -> DateTime<Utc> {
        self.end_after(riga_date(at), remaining.working_days)
    }
}
