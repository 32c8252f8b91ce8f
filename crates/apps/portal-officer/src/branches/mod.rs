//! Branches of the institution: the list, adding, changing and closing one.

mod edit;
mod list;
mod samples;
mod typed;

pub use edit::{BranchPage, add, begin, change, close, show};
pub use list::{BranchesPage, list};
pub(crate) use typed::{TypedBranch, TypedDay};
