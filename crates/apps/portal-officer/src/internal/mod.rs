//! Internal services (POR-11).

mod list;

pub use list::{InternalPage, list};
