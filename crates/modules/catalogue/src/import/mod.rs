//! Importing a national service inventory, so that lists and search are seen at real size.

mod canada;
mod row;

pub use canada::import_canada;

/// A row that was not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Its number in the file; the heading is row 1. Texts may hold line breaks, so this is not the line.
    pub row: u64,
    /// Why, for whoever keeps the file.
    pub reason: String,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows read, the heading excepted.
    pub read: u64,
    /// Services added.
    pub imported: u64,
    /// Services whose description changed.
    pub updated: u64,
    /// Services that are there already, just so.
    pub unchanged: u64,
    /// Rows left out.
    pub rejected: Vec<RejectedRow>,
    /// Why the file could not be read to its end; what came before stays.
    pub stopped: Option<String>,
}
