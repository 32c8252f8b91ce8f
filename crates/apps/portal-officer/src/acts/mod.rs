//! Acts that are not in force any more: what the rules of quality know, kept by the platform's administrators.

mod page;
mod samples;
mod set;

pub use page::{ActsPage, list};
pub use set::{remove, set};
