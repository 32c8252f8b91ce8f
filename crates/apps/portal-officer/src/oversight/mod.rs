//! The register as a whole: institutions beside each other, and services that should become e-services.

mod candidates;
mod csv;
mod figures;
mod list;
mod nominate;
mod nominations;

pub use candidates::{CandidatesPage, candidates, candidates_csv};
pub use list::{OversightPage, list, list_csv};
pub use nominate::{NominatePage, begin, nominate};
pub use nominations::{NominationPage, WithdrawnPage, show_nomination, withdraw, withdrawn};
