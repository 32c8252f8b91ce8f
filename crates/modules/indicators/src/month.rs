//! A calendar month in Latvia.

use chrono::{DateTime, Datelike, Utc};
use kernel::{Error, Result, riga_date};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2200;

/// A month, written `2026-11`; the text sorts like the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// Month 1 to 12 of a year 1900 to 2200.
    ///
    /// # Errors
    /// Invalid `bad-month` for another.
    pub fn new(year: i32, month: u32) -> Result<Self> {
        if (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { year, month })
        } else {
            Err(Error::invalid("bad-month").arg("month", format!("{year}-{month}")))
        }
    }

    /// The month of this instant in Latvia; instants beyond the years that a month may have count in the nearest one.
    #[must_use]
    pub fn of(at: DateTime<Utc>) -> Self {
        let day = riga_date(at);
        match day.year() {
            ..FIRST_YEAR => Self { year: FIRST_YEAR, month: 1 },
            year if year > LAST_YEAR => Self { year: LAST_YEAR, month: 12 },
            year => Self { year, month: day.month() },
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// January of its year.
    #[must_use]
    pub const fn first_of_year(self) -> Self {
        Self { year: self.year, month: 1 }
    }

    /// December of its year.
    #[must_use]
    pub const fn last_of_year(self) -> Self {
        Self { year: self.year, month: 12 }
    }

    /// `count` months earlier.
    #[must_use]
    pub const fn back(self, count: u32) -> Self {
        let months = self.year * 12 + self.month as i32 - 1 - count as i32;
        Self { year: months.div_euclid(12), month: months.rem_euclid(12) as u32 + 1 }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let bad = || Error::invalid("bad-month").arg("month", text);
        let (year, month) = text.split_once('-').ok_or_else(bad)?;
        if (year.len(), month.len()) != (4, 2) {
            return Err(bad());
        }
        let year = year.parse().map_err(|_| bad())?;
        let month = month.parse().map_err(|_| bad())?;
        Self::new(year, month).map_err(|_| bad())
    }
}

impl TryFrom<String> for Month {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}
