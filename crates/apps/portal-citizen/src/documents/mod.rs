//! A client's documents: the list over all cases, and handing one out.

mod download;
mod list;

pub(crate) use download::download;
pub(crate) use list::{ListPage, list};
