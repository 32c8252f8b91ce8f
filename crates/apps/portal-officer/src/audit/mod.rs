//! The auditor's pages: the chain of a case and who viewed it; viewings of a person, an institution, an official.

mod page;
mod samples;
mod show;
mod viewings;
mod viewings_page;

pub use page::AuditPage;
pub use show::show;
pub use viewings::{ask, find};
pub use viewings_page::ViewingsPage;
