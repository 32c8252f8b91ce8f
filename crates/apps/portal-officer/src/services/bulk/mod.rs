//! `/work/services/bulk`: one change in many descriptions. First what is to be changed, then every place where it occurs,
//! then a report of what was done.

mod page;
mod report;
mod run;
mod show;

pub use page::BulkPage;
pub use report::BulkReport;
pub use run::run;
pub use show::show;
