//! Readers of event logs: CSV and XES (IEEE 1849), plain or gzip, into one neutral row.
//!
//! Nothing here knows the platform: a reader turns a file into [`Row`]s and [`Fault`]s, in file order, with bounded
//! memory. Case-level values carry the prefix `case:`, as the common CSV form of XES does, so that one map file
//! serves both formats.

mod budget;
mod csv;
mod open;
mod times;
mod xes;

pub use budget::Limits;
pub use open::{LogFile, Rows};
pub(crate) use times::{TimeProblem, parse_time};

use std::sync::Arc;

/// Prefix of the columns that describe the case and not the event.
pub const CASE_PREFIX: &str = "case:";

/// One event of a log as read: its number in the file and its named values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Place in the file: the line for CSV, the ordinal of the event for XES (from 1).
    pub number: u64,
    fields: Vec<(Arc<str>, String)>,
}

impl Row {
    /// A row from its values.
    pub fn new(number: u64, fields: Vec<(Arc<str>, String)>) -> Self {
        Self { number, fields }
    }

    /// The trimmed value of `column`; `None` when the column is absent or blank.
    pub fn get(&self, column: &str) -> Option<&str> {
        let (_, value) = self.fields.iter().find(|(name, _)| &**name == column)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }
}

/// Why a row (or the rest of the file) cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The record has another number of fields than the heading.
    FieldCount,
    /// A quotation mark is not closed: the record swallowed the lines after it.
    QuoteNotClosed,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The XML is not well-formed; nothing after this place can be read.
    IllFormed,
    /// The XML brings its own document type or entities, which are refused.
    DocumentType,
    /// One record, tag or case is longer than the limit.
    TooLong,
    /// The unpacked file is longer than the limit.
    FileTooLong,
    /// The XML is nested deeper than the limit.
    TooDeep,
    /// A case or event has more values than the limit, or a case more events.
    TooMany,
    /// The file cannot be read on (damaged archive, disk error).
    Unreadable,
}

impl FaultKind {
    /// The code used in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::FieldCount => "field_count",
            Self::QuoteNotClosed => "quote_not_closed",
            Self::NotUtf8 => "not_utf8",
            Self::IllFormed => "xml_ill_formed",
            Self::DocumentType => "xml_document_type_refused",
            Self::TooLong => "record_too_long",
            Self::FileTooLong => "file_too_long",
            Self::TooDeep => "xml_too_deep",
            Self::TooMany => "too_many_values",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether reading ends here.
    pub fn is_fatal(self) -> bool {
        !matches!(self, Self::FieldCount | Self::QuoteNotClosed | Self::NotUtf8)
    }
}

/// A place in the file that gave no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Place in the file, counted like [`Row::number`].
    pub number: u64,
    /// What is wrong.
    pub kind: FaultKind,
    /// The particulars in English, for the report.
    pub detail: String,
}

impl Fault {
    pub(crate) fn new(number: u64, kind: FaultKind, detail: impl Into<String>) -> Self {
        Self { number, kind, detail: detail.into() }
    }
}
