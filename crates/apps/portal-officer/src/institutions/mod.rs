//! The institutions of the platform: for its administrator the way to the staff, the systems and the record of each; for
//! their own people the contacts of theirs.

mod add;
mod edit;
mod list;
mod page;
mod samples;
mod typed;

pub use add::{add, begin};
pub use edit::{change, own, show};
pub use list::{InstitutionsPage, list};
pub use page::RecordPage;
