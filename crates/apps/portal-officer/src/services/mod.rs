//! The services of the caller's institution: the list, and keeping their descriptions.

mod acts;
mod changes;
mod list;
mod opening;
mod overview;
mod people;
mod refused;
mod register;
mod section;

pub use acts::{DiscardPage, ask_discard, discard, give_back, keep, publish, submit, take_back, withdraw};
pub use changes::{ChangesPage, show as changes};
pub use list::{ServicesPage, copies, list};
pub use opening::{OpeningPage, close, reopen, show as opening};
pub use overview::{OverviewPage, show as overview};
pub use refused::{RefusedPage, choose, show as refused};
pub use register::{NewPage, register, show as new};
pub use section::{SectionPage, autosave, save, show as section};
