//! The queue of an institution with the consultation panel beside it.

mod asked;
mod find;
mod page;
mod panel;
mod samples;
mod show;
mod take_next;

pub use find::{FindPage, find};
pub use page::{DeskPage, at_centre, own_services, services_of};
pub use panel::TypedConsultation;
pub use show::{again, show};
pub use take_next::take_next;
