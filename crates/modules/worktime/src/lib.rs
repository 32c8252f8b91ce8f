#![doc = include_str!("../README.md")]

mod calendar;
mod deadline;
mod easter;
mod holidays;
mod pause;
mod riga;
mod sla;
mod transfers;

pub use calendar::Calendar;
pub use deadline::Deadline;
pub use easter::easter_sunday;
pub use holidays::{Holiday, HolidayName, is_public_holiday, public_holidays};
pub use pause::Remaining;
pub use riga::{end_of_day, local, start_of_day};
pub use sla::{Progress, SOON_WORKING_DAYS, Sla};
pub use transfers::{Transfer, state_transfers};

#[cfg(test)]
mod tests;
