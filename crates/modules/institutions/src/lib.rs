#![doc = include_str!("../README.md")]

mod add_membership;
mod branches;
mod ensure_sample;
mod events;
mod find;
mod list;
mod memberships;
mod model;
mod norms;
mod places;
mod policy;
mod record;
mod reference;
mod revoke_membership;
mod store;

#[cfg(test)]
mod tests;

pub use add_membership::{AddMembership, add_membership, ensure_membership, gives_platform_role};
pub use branches::{
    Branch, BranchText, ChangeBranch, add_branch, branch_to_edit, branches, branches_of_codes, branches_to_edit,
    change_branch, close_branch, install_example_branches, known_places, nearest_branches,
};
pub use ensure_sample::ensure_sample;
pub use events::{
    BRANCH_ADDED, BRANCH_CHANGED, BRANCH_CLOSED, INSTITUTION_ADDED, INSTITUTION_CHANGED, MEASUREMENT_STATED,
    MEMBERSHIP_ADDED, MEMBERSHIP_REVOKED, NORM_STATED, person_of,
};
pub use find::{by_code, calendar_transfers, find, institutions_changed, names_of, of_codes, of_ids};
pub use list::{InstitutionChoice, InstitutionFilter, institution_choices, list, list_all, municipalities};
pub use memberships::{holders_of, members_of, memberships_of, memberships_that_hold, roles_of};
pub use model::{
    CalendarTransfers, Institution, InstitutionKind, Membership, OpeningHours, Origin, Position, StaffRole,
};
pub use norms::{
    Measurement, MeasurementStatement, NormContent, NormHistory, NormItem, NormLine, NormStanding, NormStatement,
    Satisfaction, SatisfactionDue, StateMeasurement, StateNorm, norm_history, norm_items, norm_standings, norms_on,
    satisfaction, state_measurement, state_norm,
};
pub use places::{Openness, nearest, openness, placed};
pub use record::{
    AddInstitution, ChangeInstitution, Contacts, InstitutionChange, InstitutionIdentity, InstitutionPart,
    InstitutionRecord, PLANNING_REGIONS, add_institution, change_institution, changed_parts, institution_changes,
    institution_to_edit,
};
pub use reference::install_reference_data;
pub use revoke_membership::revoke_membership;
