//! Life situations.

pub mod list;
pub mod show;
