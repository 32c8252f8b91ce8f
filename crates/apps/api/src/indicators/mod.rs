//! Indicators.

pub mod own;
pub mod services;
