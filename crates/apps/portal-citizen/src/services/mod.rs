//! Services: the list, one service, and beginning an application.

mod apply;
pub(crate) mod embed;
mod list;
pub(crate) mod parts;
pub(crate) mod share;
mod show;

pub(crate) use apply::{ApplyPage, apply, start};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use show::{ServicePage, show};
