//! The tables of this module; nothing outside sees a row.

pub mod institution_rows;
pub mod institutions;
pub mod membership_rows;
pub mod memberships;
