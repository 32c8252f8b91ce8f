#![doc = include_str!("../README.md")]

mod error;
mod health;
mod log;
mod metrics;

#[cfg(test)]
mod tests;

pub use error::TelemetryError;
pub use health::Health;
pub use log::{LogFormat, check_filter, start_log};
pub use metrics::Metrics;
