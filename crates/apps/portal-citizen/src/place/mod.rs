//! Choosing one's own municipality (POR-09).

mod choose;

pub(crate) use choose::{PlacePage, choose, show};
