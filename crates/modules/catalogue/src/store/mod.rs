//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod edit;
pub mod feed;
pub mod feed_rows;
pub mod public;
pub mod service_rows;
pub mod services;
pub mod version_rows;
pub mod versions;
