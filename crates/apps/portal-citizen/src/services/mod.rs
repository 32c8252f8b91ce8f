//! Services: the list, one service, and beginning an application.

mod apply;
mod checked;
mod list;
mod show;

pub(crate) use apply::{ApplyPage, apply, start};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use show::{ServicePage, show};
