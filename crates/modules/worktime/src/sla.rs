//! How a deadline stands now, for badges in words and colour.

use crate::calendar::Calendar;
use chrono::{DateTime, Utc};
use kernel::riga_date;
use serde::Serialize;

/// So many working days before the deadline a case counts as due soon.
pub const SOON_WORKING_DAYS: u32 = 2;

/// Whether the clock of a case runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The institution must act.
    Running,
    /// Waiting for the client: the clock stands.
    Paused,
    /// Finished.
    Done,
}

/// How a deadline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Sla {
    /// The deadline passed so many working days ago; zero over the weekend just after it.
    Late {
        /// Working days since the deadline.
        by: u32,
    },
    /// Due today.
    Today,
    /// Due within [`SOON_WORKING_DAYS`].
    Soon {
        /// Working days left, today not counted.
        working_days: u32,
    },
    /// Due later.
    Later {
        /// Working days left, today not counted.
        working_days: u32,
    },
    /// The clock stands until the client answers.
    Paused,
    /// Finished: no deadline any more.
    Done,
}

impl Sla {
    /// Short name for styles, filters and message ids (`sla-<name>` in `locales/*/worktime.ftl`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::Today => "today",
            Self::Soon { .. } => "soon",
            Self::Later { .. } => "later",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }

    /// Working days to show beside the name: left, or late by.
    #[must_use]
    pub fn working_days(self) -> u32 {
        match self {
            Self::Late { by } => by,
            Self::Soon { working_days } | Self::Later { working_days } => working_days,
            Self::Today | Self::Paused | Self::Done => 0,
        }
    }
}

impl Calendar {
    /// How the deadline `due` stands at `now`. (DEL-03)
    #[must_use]
    pub fn sla(&self, now: DateTime<Utc>, due: DateTime<Utc>, progress: Progress) -> Sla {
        match progress {
            Progress::Paused => return Sla::Paused,
            Progress::Done => return Sla::Done,
            Progress::Running => {}
        }
        let (today, last) = (riga_date(now), riga_date(due));
        let days = self.working_days_between(today, last).unsigned_abs();
        if now > due {
            Sla::Late { by: days }
        } else if today == last {
            Sla::Today
        } else if days <= SOON_WORKING_DAYS {
            Sla::Soon { working_days: days }
        } else {
            Sla::Later { working_days: days }
        }
    }
}
