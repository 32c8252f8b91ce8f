//! Tables of indicators.

mod cells;
mod entities;
pub(crate) mod months;
pub(crate) mod nominations;
pub(crate) mod own;
pub(crate) mod own_values;
mod progress;
pub(crate) mod sums;

#[cfg(test)]
pub(crate) use cells::behind;
pub(crate) use cells::{
    add, all_after, first_and_last_month, most_requested, of_services, replace_all, sums_of_holders,
};
pub(crate) use progress::{passed, set};
