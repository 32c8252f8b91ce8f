//! What an import found wrong: every flagged or refused row, with its place, case and reason.

use crate::neutral;
use kernel::{Error, Result};
use serde::Serialize;
use std::io::Write;

/// What became of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Imported, and marked.
    Flagged,
    /// What is here stays and is not what the file tells; what is new beside it is imported.
    Kept,
    /// Not imported; the rest is.
    Refused,
    /// Not imported, nor anything after it: the file cannot be read further.
    Stopped,
}

impl Severity {
    /// The word used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flagged => "flagged",
            Self::Kept => "kept",
            Self::Refused => "refused",
            Self::Stopped => "stopped",
        }
    }
}

/// One line of the import's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Place in the file: line of a CSV file, ordinal of the event in XES.
    pub row: u64,
    /// Case id as in the file.
    pub case: Option<String>,
    /// Event id as in the file.
    pub event: Option<String>,
    /// What became of the row.
    pub severity: Severity,
    /// Code of the reason: `end_before_start`…
    pub reason: &'static str,
    /// Particulars in English.
    pub detail: String,
}

/// The two forms of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated, with a heading.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

impl TableFormat {
    /// From its name or file ending.
    ///
    /// # Errors
    /// Invalid `export-format` for another word.
    pub fn parse(word: &str) -> Result<Self> {
        match word {
            "csv" => Ok(Self::Csv),
            "jsonl" => Ok(Self::Jsonl),
            _ => Err(Error::invalid("export-format").arg("format", word)),
        }
    }
}

/// Writes findings as they come.
pub struct FindingWriter<W: Write> {
    out: W,
    format: TableFormat,
    begun: bool,
}

impl<W: Write> FindingWriter<W> {
    /// A report in `format` into `out`.
    pub fn new(out: W, format: TableFormat) -> Self {
        Self { out, format, begun: false }
    }

    /// Adds one finding.
    ///
    /// # Errors
    /// Unavailable `export-write` when `out` cannot be written.
    pub fn add(&mut self, finding: &Finding) -> Result<()> {
        match self.format {
            TableFormat::Jsonl => neutral::json_line(&mut self.out, finding),
            TableFormat::Csv => {
                if !self.begun {
                    neutral::csv_line(&mut self.out, &["row", "case", "event", "severity", "reason", "detail"])?;
                }
                self.begun = true;
                let row = finding.row.to_string();
                let case = finding.case.as_deref().unwrap_or_default();
                let event = finding.event.as_deref().unwrap_or_default();
                let severity = finding.severity.as_str();
                neutral::csv_line(&mut self.out, &[&row, case, event, severity, finding.reason, &finding.detail])
            }
        }
    }

    /// Writes what is still in memory and gives the output back.
    ///
    /// # Errors
    /// Unavailable `export-write` when it cannot be written.
    pub fn finish(mut self) -> Result<W> {
        self.out.flush().map_err(neutral::unwritable)?;
        Ok(self.out)
    }
}
