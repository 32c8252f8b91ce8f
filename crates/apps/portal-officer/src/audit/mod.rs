//! The auditor's page: the chain of a case and who viewed it.

mod page;
mod samples;
mod show;

pub use page::AuditPage;
pub use show::show;
