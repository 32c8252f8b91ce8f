//! Rows.

pub mod indicator_cells;
pub mod indicator_progress;
