//! News and help articles: their list, writing, showing, taking away.

mod create;
mod edit;
mod list;
mod page;

pub use create::{NewPage, begin, create};
pub use edit::{edit, publish, save, withdraw};
pub use list::{ListPage, list};
pub use page::EditPage;
