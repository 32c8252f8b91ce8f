//! Quarters of the calendar.

use chrono::{Datelike, NaiveDate};
use kernel::{Error, Result};
use std::{fmt, str::FromStr};

/// A quarter: `2026-Q4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u32,
}

impl Quarter {
    /// The quarter that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or_default()
    }

    /// The quarter before it.
    #[must_use]
    pub const fn before(self) -> Self {
        match self.number {
            1 => Self { year: self.year - 1, number: 4 },
            number => Self { year: self.year, number: number - 1 },
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let bad = || Error::invalid("unknown-word").arg("word", text);
        let (year, number) = text.split_once("-Q").ok_or_else(bad)?;
        let (year, number) = (year.parse().map_err(|_| bad())?, number.parse().map_err(|_| bad())?);
        if (1..=4).contains(&number) { Ok(Self { year, number }) } else { Err(bad()) }
    }
}
