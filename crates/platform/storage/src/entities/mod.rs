//! Rows of the platform's own tables.

pub mod dead_letters;
pub mod events;
pub mod idempotency_keys;
pub mod number_series;
pub mod readers;
pub mod streams;
pub mod timers;
