//! A time of a day as opening hours know it.

use chrono::{NaiveTime, Timelike};
use std::fmt;

/// From 00:00 to 24:00, in minutes: a day can be open until its end, which is no time that a clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTime {
    minutes: u32,
}

impl DayTime {
    /// As people write it: `8:30`, `08.30`, `24:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once([':', '.'])?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
            return None;
        }
        let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60 || hour == 24 && minute == 0).then_some(Self { minutes: hour * 60 + minute })
    }

    /// From 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u32 {
        self.minutes / 60
    }

    /// From 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u32 {
        self.minutes % 60
    }
}

impl From<NaiveTime> for DayTime {
    fn from(time: NaiveTime) -> Self {
        Self { minutes: time.hour() * 60 + time.minute() }
    }
}

impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}
