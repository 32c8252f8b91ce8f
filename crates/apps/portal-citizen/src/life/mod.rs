//! Life situations: the list, one of them, what it said before, reporting a mistake.

mod correct;
mod list;
mod meant;
mod samples;
mod show;
mod versions;

pub(crate) use correct::{CorrectPage, Sent, Wrong, ask_correction, correct};
pub(crate) use list::{ListPage, list};
pub(crate) use show::{LifePage, show};
pub(crate) use versions::{VersionsPage, versions};
