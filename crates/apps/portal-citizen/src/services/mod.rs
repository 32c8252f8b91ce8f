//! Services: the list, one service, and beginning an application.

mod apply;
mod checked;
mod combine;
mod combined;
mod correct;
pub(crate) mod elements;
pub(crate) mod embed;
mod facets;
mod feedback;
mod history;
mod list;
mod page;
pub(crate) mod parts;
mod places;
mod samples;
pub(crate) mod share;
mod show;
mod suggest;
mod translated;
mod vote;

pub(crate) use apply::{ApplyPage, apply, ask_register, start};
pub(crate) use combine::{CombinePage, combine};
pub(crate) use correct::{ask_correction, correct};
pub(crate) use feedback::{FeedbackPage, give_feedback};
pub(crate) use history::{ComparePage, VersionsPage, compare, list as versions, preview, version};
pub(crate) use list::{ListPage, ServiceLine, list};
pub(crate) use page::ServicePage;
pub(crate) use places::{PlacesPage, locate, places};
pub(crate) use show::show;
pub(crate) use suggest::suggest;
pub(crate) use vote::vote;
