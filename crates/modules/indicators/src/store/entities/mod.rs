//! Rows.

pub mod eservice_nominations;
pub mod indicator_cells;
pub mod indicator_months;
pub mod indicator_progress;
pub mod own_indicator_values;
pub mod own_indicators;
