//! The services of an institution as a table that editors fill in: one row a service, columns with names, a second sheet
//! with explanations. What was written out and read in again changes nothing.

mod apply;
mod cells;
mod channel_columns;
mod columns;
mod export;
mod plan;
mod read;
mod staged;

pub use apply::{RowDone, apply_row};
pub use export::export_services;
pub use plan::{CellChange, CellFault, PlannedRow, TablePlan, plan_row, plan_table};
pub use read::{ServiceTable, TableKind, TableRow, read_table};
pub use staged::{forget_table, keep_table, kept_table};
