//! News and help articles: their list, writing, showing, taking away.

mod act;
mod create;
mod edit;
mod list;
mod page;

pub use act::{publish, withdraw};
pub use create::{NewPage, begin, create};
pub use edit::{edit, save};
pub use list::{ListPage, list};
pub use page::EditPage;
