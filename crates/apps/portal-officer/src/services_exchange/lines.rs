//! Rows of a table in words: what would change, what is wrong and where.

use exchange::{CellChange, CellFault, PlannedRow};
use i18n::Args;
use serde::Serialize;
use web_kit::Visit;

/// The longest text shown of a cell, in characters.
const SHOWN: usize = 300;

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub number: u32,
    pub code: Option<String>,
    pub name: String,
    /// Made from an older description: the changes are both texts, where they differ.
    pub stale: bool,
    pub changes: Vec<Change>,
    pub faults: Vec<Fault>,
    /// What would keep it from being published.
    pub blocked: Vec<Fault>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub column: String,
    pub before: String,
    pub after: String,
}

/// What is wrong, with sheet, row and column.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    pub place: String,
    pub cell: String,
    pub reason: String,
}

impl Line {
    pub fn planned(visit: &Visit, sheet: &str, row: PlannedRow) -> Self {
        Self {
            number: row.number,
            name: row.name.get(visit.locale()).to_owned(),
            stale: row.stale,
            changes: changes(row.changes),
            faults: faults(visit, sheet, row.number, row.faults),
            blocked: faults(visit, sheet, row.number, row.blocked),
            code: row.code,
        }
    }
}

pub fn changes(changes: Vec<CellChange>) -> Vec<Change> {
    let change = |one: CellChange| Change { column: one.column, before: short(&one.before), after: short(&one.after) };
    changes.into_iter().map(change).collect()
}

pub fn faults(visit: &Visit, sheet: &str, row: u32, faults: Vec<CellFault>) -> Vec<Fault> {
    let fault = |fault: CellFault| {
        let mut values = Args::new();
        values.set("sheet", sheet.to_owned());
        values.set("row", i64::from(row));
        values.set("column", fault.column.clone().unwrap_or_default());
        let key = if fault.column.is_some() { "table-place-cell" } else { "table-place-row" };
        Fault {
            place: visit.text_with(key, &values),
            cell: short(&fault.cell),
            reason: visit.text(&format!("error-{}", fault.key)),
        }
    };
    faults.into_iter().map(fault).collect()
}

fn short(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}
