//! What is kept of an institution itself, and who changes it: how its seat is reached, and what the institution is.

mod add;
mod change;
mod model;
mod others;
mod put;
mod view;

pub use add::{AddInstitution, add_institution};
pub use change::{ChangeInstitution, change_institution};
pub use model::{Contacts, InstitutionIdentity, InstitutionPart, InstitutionRecord, PLANNING_REGIONS};
#[cfg(test)]
pub(crate) use others::among_others;
pub(crate) use put::put;
pub use view::{InstitutionChange, changed_parts, institution_changes, institution_to_edit};
