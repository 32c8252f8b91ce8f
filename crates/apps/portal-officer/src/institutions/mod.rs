//! The institutions of the platform, for its administrator: the way to the staff and the systems of each.

mod list;

pub use list::{InstitutionsPage, list};
