//! Services of the catalogue.

pub mod list;
pub mod shapes;
pub mod show;
