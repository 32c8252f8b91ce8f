//! Unified services: described once, then the details of the chosen municipality (UNI-03).

mod chosen;
mod families;
mod family_part;
mod list;
mod page;
mod samples;
mod show;

pub(crate) use families::{Families, FamilyLine};
pub(crate) use family_part::FamilyPart;
pub(crate) use list::{UnifiedListPage, list};
pub(crate) use page::UnifiedPage;
pub(crate) use show::show;
