//! `durvis export`: everything of one kind, page by page, in bounded memory.
//!
//! Lines carry ids and facts, never names, codes or answers: those are not in the event log, and of a case only its
//! register entry is written.

mod cases;
mod events;
mod xes;

pub use cases::export_cases;
pub use events::export_events;
pub use xes::export_xes;

/// Items read in one transaction: a long export must not hold back the database's housekeeping.
const PAGE: u64 = 500;
