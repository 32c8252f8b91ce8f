//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod categories;
pub mod category_rows;
pub mod edit;
pub mod service_rows;
pub mod services;
pub mod situation_corrections;
pub mod situation_rows;
pub mod situations;
pub mod version_rows;
pub mod versions;
