//! The services of an institution as a table that editors fill in: one row a service, columns with names (numbered where
//! they are items of a list), a second sheet with explanations. What was written out and read in again changes nothing.

mod apply;
mod around;
mod cells;
mod channel_columns;
mod columns;
mod digital_columns;
mod export;
mod list_columns;
mod lists;
mod places;
mod plan;
mod provider_columns;
mod read;
mod shape;
mod staged;
mod texts;

pub use apply::{RowDone, apply_row};
pub use export::export_services;
pub use plan::{CellChange, CellFault, PlannedRow, TablePlan, plan_row, plan_table};
pub use read::{ServiceTable, TableKind, TableRow, read_table};
pub use staged::{forget_table, keep_table, kept_table};
