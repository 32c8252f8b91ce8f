//! The services of the caller's institution.

mod list;

pub use list::{ServicesPage, list};
