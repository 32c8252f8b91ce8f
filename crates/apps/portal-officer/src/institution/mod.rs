//! The staff of an institution: for its administrator, and of every one for the platform.

mod add;
mod chosen;
mod page;
mod revoke;
mod samples;
mod show;

pub use add::add;
pub use chosen::{about, chosen, done};
pub use page::InstitutionPage;
pub use revoke::revoke;
pub use show::show;
