//! Rows.

pub mod import_sources;
pub mod imported_cases;
pub mod imported_events;
pub mod service_tables;
