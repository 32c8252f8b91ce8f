//! Life situations: their list, writing, publishing, the quarterly check; their branches and who coordinates them.

mod act;
mod coordinators;
mod create;
mod edit;
mod form;
mod list;
mod order;
mod page;
mod samples;

pub use act::hand_over;
pub use coordinators::{CoordinatorsPage, coordinators, set_coordinator};
pub use create::{NewPage, begin, create};
pub use edit::{check, edit, publish, save, withdraw};
pub use list::{ListPage, list};
pub use order::{OrderPage, order, show_order};
pub use page::EditPage;
