//! Services: the list, one service, and beginning an application.

mod apply;
mod facets;
mod feedback;
mod list;
mod places;
mod show;
mod suggest;

pub(crate) use apply::{ApplyPage, apply, start};
pub(crate) use feedback::{FeedbackPage, give_feedback};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use places::{PlacesPage, locate, places};
pub(crate) use show::{ServicePage, show};
pub(crate) use suggest::suggest;
