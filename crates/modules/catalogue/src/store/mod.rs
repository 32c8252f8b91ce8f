//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod edit;
pub mod service_rows;
pub mod services;
pub mod similar;
pub mod similar_rows;
pub mod template_members;
pub mod template_rows;
pub mod templates;
pub mod version_rows;
pub mod versions;
