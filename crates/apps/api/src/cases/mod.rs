//! Service cases.

pub mod events;
pub mod list;
pub mod report;
pub mod shapes;
pub mod show;
pub mod submit;
