//! Figures of services: cards, charts with tables beside them, CSV.

mod asked;
mod cards;
mod chart;
mod csv;
mod page;
mod picks;
mod samples;
mod show;
mod sums;

pub use csv::csv;
pub use page::IndicatorsPage;
pub use show::show;
