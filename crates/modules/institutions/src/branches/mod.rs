//! Branches: the places of an institution beside its seat, each with an address and a position (POR-16).

mod example;
mod keep;
mod model;
mod view;

pub use example::install_example_branches;
pub use keep::{ChangeBranch, add_branch, change_branch, close_branch};
pub use model::{Branch, BranchText};
pub use view::{branch_to_edit, branches, branches_of_codes, branches_to_edit, known_places, nearest_branches};
