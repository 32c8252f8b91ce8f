//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod edit;
pub mod editing;
pub mod service_rows;
pub mod services;
pub mod version_rows;
pub mod versions;
