//! Opening hours of an institution on a working day.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// When an institution opens and closes on a working day, in Latvian wall-clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// Opens at.
    pub open: NaiveTime,
    /// Closes at; one hour earlier on the working day before a public holiday.
    pub close: NaiveTime,
}

impl Default for OpeningHours {
    /// 8:30 to 17:00.
    fn default() -> Self {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN);
        Self { open: at(8, 30), close: at(17, 0) }
    }
}
