//! What the search is told, and what people asked of it: for the platform's editors.

mod boost;
mod keep;
mod page;
mod report;
mod samples;
mod show;
mod synonym;

pub use boost::{remove_boost, set_boost};
pub use page::SearchPage;
pub use report::{SearchReportPage, report};
pub use show::{install, show};
pub use synonym::{remove_synonym, set_synonym};
