//! Those who act for a company, for its management: who they are, and which services each may use (POR-10).

mod act;
mod list;
mod show;

pub(crate) use act::{add, assign, end};
pub(crate) use list::{ListPage, list};
pub(crate) use show::{RepresentativePage, show};
