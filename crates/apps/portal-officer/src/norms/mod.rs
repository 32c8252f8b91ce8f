//! The institution's internal rules: the checklist, one item of it, the measurements of clients' satisfaction.

mod edit;
mod list;
mod samples;
mod satisfaction;
mod typed;

pub use edit::{NormPage, save, show};
pub use list::{NormsPage, list};
pub use satisfaction::{SatisfactionPage, save as save_satisfaction, show as show_satisfaction};
