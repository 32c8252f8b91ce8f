//! Indicators.

pub mod own;
pub mod portal;
pub mod services;
