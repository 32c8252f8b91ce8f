//! A working calendar: which days are worked, and counting by them.

use crate::holidays::is_public_holiday;
use crate::riga::end_of_day;
use crate::transfers::{Transfer, state_transfers};
use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use std::sync::Arc;

/// The working days of one institution: Monday to Friday without public holidays, with the transfers it adopted.
/// Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    transfers: Arc<[Transfer]>,
}

impl Calendar {
    /// Calendar without transferred days: what a municipality or company follows unless it decides otherwise.
    #[must_use]
    pub fn plain() -> Self {
        Self::with_transfers(Vec::new())
    }

    /// Calendar of state institutions, with the days that the Cabinet transferred.
    #[must_use]
    pub fn state() -> Self {
        Self::with_transfers(state_transfers())
    }

    /// The calendar of who follows the days that the Cabinet transferred, or of who does not.
    #[must_use]
    pub fn of(transfers: bool) -> Self {
        if transfers { Self::state() } else { Self::plain() }
    }

    /// Calendar with the institution's own list of transferred days.
    #[must_use]
    pub fn with_transfers(mut transfers: Vec<Transfer>) -> Self {
        transfers.sort_unstable();
        Self { transfers: transfers.into() }
    }

    /// Transferred days of this calendar, by day off.
    #[must_use]
    pub fn transfers(&self) -> &[Transfer] {
        &self.transfers
    }

    /// Whether the institution works on `date`. (OPS-11)
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        if self.transfers.iter().any(|transfer| transfer.worked_instead == date) {
            return true;
        }
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        !weekend && !is_public_holiday(date) && !self.transfers.iter().any(|transfer| transfer.day_off == date)
    }

    /// The weekday whose opening hours hold on `date`: its own; that of the day off for a day worked instead of it; none on
    /// a public holiday and on a day off. A weekend counts: some places are open then. (POR-16)
    #[must_use]
    pub fn opens_as(&self, date: NaiveDate) -> Option<Weekday> {
        if let Some(transfer) = self.transfers.iter().find(|transfer| transfer.worked_instead == date) {
            return Some(transfer.day_off.weekday());
        }
        let off = is_public_holiday(date) || self.transfers.iter().any(|transfer| transfer.day_off == date);
        (!off).then(|| date.weekday())
    }

    /// `date` if it is worked, otherwise the first working day after it.
    #[must_use]
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        let mut day = date;
        while !self.is_working_day(day) {
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        day
    }

    /// The day `n` working days after `date`; `date` itself is not counted. A day off stands for the next working
    /// day, so the result is always a working day. Negative `n` counts back. (OPS-11)
    #[must_use]
    pub fn add_working_days(&self, date: NaiveDate, n: i32) -> NaiveDate {
        let mut day = self.on_or_after(date);
        let mut left = n.unsigned_abs();
        while left > 0 {
            let step = if n > 0 { day.succ_opt() } else { day.pred_opt() };
            let Some(next) = step else { break };
            day = next;
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// Working days after `from` up to and including `to`; negative when `to` is before `from`. (OPS-11)
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let days = first.iter_days().skip(1).take_while(|day| *day <= last);
        sign * i32::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(i32::MAX)
    }

    /// End of the working day that is `n` working days after `date`.
    pub(crate) fn end_after(&self, date: NaiveDate, n: i32) -> DateTime<Utc> {
        end_of_day(self.add_working_days(date, n))
    }
}
