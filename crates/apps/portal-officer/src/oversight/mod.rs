//! The register as a whole: institutions beside each other, and services that should become e-services.

mod candidates;
mod csv;
mod list;

pub use candidates::{CandidatesPage, candidates, candidates_csv};
pub use list::{OversightPage, list, list_csv};
