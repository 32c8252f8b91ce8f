//! The tables of this module; nothing outside sees a row.

pub mod branch_rows;
pub mod branches;
pub mod institution_change_rows;
pub mod institution_changes;
pub mod institution_rows;
pub mod institutions;
pub mod measurement_rows;
pub mod measurements;
pub mod membership_rows;
pub mod memberships;
pub mod norm_rows;
pub mod norms;
