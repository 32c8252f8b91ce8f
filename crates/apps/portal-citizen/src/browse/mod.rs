//! Browsing the register by several kinds of categories (POR-08).

mod index;
mod list;
mod values;

pub(crate) use index::{IndexPage, index};
pub(crate) use list::{ListPage, list};
pub(crate) use values::{ValuesPage, values};
