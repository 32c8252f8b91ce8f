//! The tables of this module; nothing outside sees a row.

pub mod cache;
pub mod categories;
pub mod category_rows;
pub mod edit;
pub mod editing;
pub mod feed;
pub mod feed_rows;
pub mod finding;
pub mod public;
pub mod quality;
pub mod refusal_rows;
pub mod service_rows;
pub mod services;
pub mod similar;
pub mod similar_rows;
pub mod situation_corrections;
pub mod situation_rows;
pub mod situations;
pub mod source_rows;
pub mod sources;
pub mod template_members;
pub mod template_rows;
pub mod templates;
pub mod version_rows;
pub mod versions;
