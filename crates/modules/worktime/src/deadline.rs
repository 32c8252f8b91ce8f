//! Deadlines as laws and service cards state them, and when they fall due.

use crate::calendar::Calendar;
use crate::riga::end_of_day;
use chrono::{DateTime, Months, Utc};
use kernel::riga_date;
use serde::{Deserialize, Serialize};

/// How long an institution has. As JSON: `{"working_days": 7}` or `{"months": 1}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// So many working days; the day of receipt is not counted.
    WorkingDays(u16),
    /// So many months: the same day of a later month, or its last day if it is shorter.
    Months(u16),
}

impl Calendar {
    /// When something received at `start` is due: the last second of the last day, in Latvia, as UTC.
    ///
    /// What arrives on a day off counts as received on the next working day. A term in months that would end on a day
    /// off ends on the next working day. (DEL-03, OPS-05, OPS-06, OPS-11)
    #[must_use]
    pub fn due_at(&self, start: DateTime<Utc>, deadline: Deadline) -> DateTime<Utc> {
        let received = self.on_or_after(riga_date(start));
        match deadline {
            Deadline::WorkingDays(days) => self.end_after(received, i32::from(days)),
            Deadline::Months(months) => {
                let last = received.checked_add_months(Months::new(u32::from(months))).unwrap_or(received);
                end_of_day(self.on_or_after(last))
            }
        }
    }
}
