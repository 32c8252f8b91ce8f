//! Services: the list, one service, and beginning an application.

mod apply;
mod list;
mod show;

pub(crate) use apply::{ApplyPage, apply, start};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use show::{ContactLine, ServicePage, contacts, show, web_link};
