//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod categories;
pub mod category_rows;
pub mod edit;
pub mod feed;
pub mod feed_rows;
pub mod public;
pub mod refusal_rows;
pub mod quality;
pub mod finding;
pub mod editing;
pub mod service_rows;
pub mod services;
pub mod source_rows;
pub mod sources;
pub mod similar;
pub mod similar_rows;
pub mod template_members;
pub mod template_rows;
pub mod templates;
pub mod situation_corrections;
pub mod situation_rows;
pub mod situations;
pub mod version_rows;
pub mod versions;
