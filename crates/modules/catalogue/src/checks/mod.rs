//! The check of every description in every quarter (CAT-16): tasks, reminders, confirmations.

mod confirm;
mod make;
mod quarter;
mod query;

pub use confirm::{ConfirmCheck, confirm_check};
pub use make::{CHECKS_TIMER, run_checks};
pub use quarter::Quarter;
pub(crate) use query::of_row;
pub use query::{CheckLine, CheckReminder, HolderChecks, checks_list, holder_checks, last_checked};
