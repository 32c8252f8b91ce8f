//! Life situations: the list, one of them, reporting a mistake.

mod correct;
mod list;
mod samples;
mod show;

pub(crate) use correct::{CorrectPage, ask_correction, correct};
pub(crate) use list::{ListPage, list};
pub(crate) use show::{LifePage, show};
