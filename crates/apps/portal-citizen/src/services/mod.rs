//! Services: the list, one service, and beginning an application.

mod apply;
mod list;
mod parts;
mod show;
mod translated;

pub(crate) use apply::{ApplyPage, apply, start};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use show::{ServicePage, show};
pub(crate) use translated::TranslatedPage;
