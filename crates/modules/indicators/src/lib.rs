#![doc = include_str!("../README.md")]

mod candidates;
mod cells;
mod export;
mod figures;
mod month;
mod most_requested;
mod policy;
mod query;
mod reader;
mod rebuild;
mod store;

pub use candidates::{Candidate, MANY_CASES, counted_years, eservice_candidates};
pub use cells::{CellDelta, CellKey, Measure, cells_of};
pub use export::{Form, export_indicators, write_csv};
pub use figures::{Figure, Parts, SMALLEST_SHOWN};
pub use month::Month;
pub use most_requested::most_requested;
pub use policy::{View, view_of};
pub use query::{Filter, Grouping, ServiceIndicators, service_indicators};
pub use reader::{IndicatorReader, READER};
pub use rebuild::{Difference, RebuildReport, rebuild};

#[cfg(test)]
mod tests;
