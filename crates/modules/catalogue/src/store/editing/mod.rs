//! Working copies of descriptions, and what institutions decide about their services.

pub mod approval_rows;
pub mod approvals;
pub mod draft_rows;
pub mod drafts;
pub mod instruction_rows;
pub mod instructions;
pub mod opening_rows;
pub mod own;
pub mod proposal_rows;
pub mod proposals;
pub mod refused_rows;
pub mod rule_rows;
pub mod section_rows;
pub mod sections;
