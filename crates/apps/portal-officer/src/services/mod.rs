//! The services of the caller's institution: the list, and keeping their descriptions.

mod acts;
mod approval;
mod bulk;
mod changes;
mod instructions;
mod list;
mod opening;
mod overview;
mod people;
mod proposals;
mod refused;
mod register;
mod section;

pub use acts::{DiscardPage, ask_discard, discard, give_back, keep, publish, submit, take_back, take_over, withdraw};
pub use approval::{ApprovalPage, approve, four_eyes, show as approval};
pub use bulk::{BulkPage, BulkReport, run as bulk_run, show as bulk};
pub use changes::{ChangesPage, show as changes};
pub use instructions::{
    InstructionsPage, issue as issue_instruction, read as read_instruction, show as instructions,
    withdraw as withdraw_instruction,
};
pub use list::{ServicesPage, copies, list};
pub use opening::{OpeningPage, close, reopen, show as opening};
pub use overview::{OverviewPage, show as overview};
pub use people::Names;
pub use proposals::{ProposalsPage, about as proposals_about, answer, send, to_us as proposals};
pub use refused::{RefusedPage, choose, show as refused};
pub use register::{NewPage, register, show as new};
pub use section::{SectionPage, autosave, save, show as section};
