//! What people write to the institution, and its answers.

mod act;
mod gone;
mod list;
mod show;

pub use act::{answer, forward};
pub use gone::GonePage;
pub use list::{ListPage, list};
pub use show::{EnquiryPage, show};
