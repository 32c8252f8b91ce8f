//! Tables of indicators.

mod cells;
mod entities;
mod progress;

pub(crate) use cells::{add, all_after, most_requested, of_services, replace_all};
pub(crate) use progress::{passed, set};
