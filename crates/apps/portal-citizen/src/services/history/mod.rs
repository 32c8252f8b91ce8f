//! What the page of a service said before: every published version, what was in force on a day, what differs (CAT-33).

mod compare;
mod list;
mod moment;
mod version;

pub(crate) use compare::{ComparePage, compare};
pub(crate) use list::{VersionsPage, list};
pub(crate) use moment::Moment;
pub(crate) use version::{preview, version};
