//! How the platform itself does.

mod show;

pub use show::{OperationsPage, show};
