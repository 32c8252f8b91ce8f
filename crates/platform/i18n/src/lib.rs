#![doc = include_str!("../README.md")]

mod catalog;
mod format;
mod negotiate;
mod source;
#[cfg(test)]
mod tests;

pub use catalog::{Args, Catalog, Defect};
pub use format::{date, date_time, day_and_month, money, month_of_year, number, time};
pub use negotiate::negotiate;
