//! Indicators that the institution sets for channels of its services: list, defining, changing, values.

mod change;
mod define;
mod figures;
mod list;
mod record;
mod samples;
mod show;
mod typed;

pub use change::change;
pub use define::{DefinePage, begin, define};
pub use figures::{OwnRow, own_rows};
pub use list::{OwnListPage, list};
pub use record::{record, record_many};
pub use show::{OwnPage, show};
