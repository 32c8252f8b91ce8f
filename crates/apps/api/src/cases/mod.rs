//! Service cases.

pub mod document;
pub mod events;
pub mod files;
pub mod list;
pub mod report;
pub mod shapes;
pub mod show;
pub mod submit;
