//! Choosing one's own municipality (POR-09).

mod choose;
mod declared;

pub(crate) use choose::{PlacePage, choose, show};
