//! Services of the catalogue: one by one, what changed, everything at once.

pub mod addresses;
pub mod changes;
pub mod dump;
pub mod forms_of;
pub mod list;
pub mod sending;
pub mod shapes;
pub mod show;
pub mod versions;
