//! Colleagues in every institution, for those who work in one.

mod list;
mod samples;

pub use list::{StaffPage, list};
