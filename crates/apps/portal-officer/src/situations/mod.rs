//! Life situations: their list, writing, publishing, the quarterly check.

mod act;
mod create;
mod edit;
mod form;
mod list;
mod page;
mod samples;

pub use act::{check, publish, withdraw};
pub use create::{NewPage, begin, create};
pub use edit::{edit, save};
pub use list::{ListPage, list};
pub use page::EditPage;
