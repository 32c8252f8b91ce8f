//! Indicators.

pub mod services;
