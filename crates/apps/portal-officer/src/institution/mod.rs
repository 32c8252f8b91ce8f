//! The staff of the administrator's own institution.

mod add;
mod page;
mod revoke;
mod samples;
mod show;

pub use add::add;
pub use page::InstitutionPage;
pub use revoke::revoke;
pub use show::show;
