//! Who looked at the client's data, when and why.

mod list;

pub(crate) use list::{ListPage, ViewLine, list, views_of_case};
