#![doc = include_str!("../README.md")]

mod export;
mod findings;
mod gather;
mod import_log;
mod log;
mod map;
mod neutral;
mod open;
mod plan;
mod store;
mod tables;

pub use export::{export_cases, export_events, export_xes};
pub use findings::{Finding, FindingWriter, Severity, TableFormat};
pub use import_log::{ImportReport, Progress, Watcher, import_log};
pub use log::{Fault, FaultKind, Limits, LogFile, Row, Rows};
pub use map::{ChannelWords, Columns, Described, LogPart, Map, Named, OutcomeWords, Resources, StateWords, Word};
pub use open::{
    Dump, DumpFormat, Graph, OpenData, OpenDataSettings, describe_catalogue, describe_concepts, describe_institution,
    describe_service,
};
pub use plan::{PlannedCase, PlannedStage};
pub use tables::{
    CellChange, CellFault, PlannedRow, RowDone, ServiceTable, TableKind, TablePlan, TableRow, apply_row,
    export_services, forget_table, keep_table, kept_table, plan_row, plan_table, read_table,
};

#[cfg(test)]
mod tests;
