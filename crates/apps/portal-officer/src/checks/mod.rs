//! The quarterly check of the institution's descriptions.

mod confirm;
mod list;
mod notice;

pub use confirm::confirm;
pub use list::{ChecksPage, list};
pub use notice::Notice;
