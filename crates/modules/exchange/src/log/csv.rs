//! CSV: one record is one event.

use super::budget::Budget;
use super::open::Source;
use super::{Fault, FaultKind, Row};
use ::csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};
use std::sync::Arc;

/// The rows of a CSV file with a heading.
pub(super) struct CsvRows {
    reader: Reader<Source>,
    columns: Vec<Arc<str>>,
    budget: Budget,
    record: ByteRecord,
    ended: bool,
}

impl CsvRows {
    pub(super) fn new(source: Source, budget: Budget, delimiter: u8) -> Result<Self, Fault> {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(source);
        let columns = match reader.headers() {
            Ok(heading) => heading.iter().map(|name| Arc::from(name.trim())).collect(),
            Err(error) => return Err(fault_of(&error, 1, &budget)),
        };
        budget.next_record();
        Ok(Self { reader, columns, budget, record: ByteRecord::new(), ended: false })
    }

    pub(super) fn columns(&self) -> Vec<String> {
        self.columns.iter().map(ToString::to_string).collect()
    }

    pub(super) fn next(&mut self) -> Option<Result<Row, Fault>> {
        if self.ended {
            return None;
        }
        let line = self.reader.position().line();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                self.budget.next_record();
                Some(self.row())
            }
            Err(error) => {
                self.ended = true;
                Some(Err(fault_of(&error, line, &self.budget)))
            }
        }
    }

    fn row(&self) -> Result<Row, Fault> {
        let line = self.record.position().map_or(0, ::csv::Position::line);
        if self.record.len() != self.columns.len() {
            return Err(self.wrong_count(line));
        }
        let mut fields = Vec::with_capacity(self.columns.len());
        for (column, bytes) in self.columns.iter().zip(self.record.iter()) {
            let value = std::str::from_utf8(bytes)
                .map_err(|_| Fault::new(line, FaultKind::NotUtf8, format!("column {column}")))?;
            fields.push((Arc::clone(column), value.to_owned()));
        }
        Ok(Row::new(line, fields))
    }

    /// Another number of fields than the heading; over several lines it is almost surely an unclosed quotation mark.
    fn wrong_count(&self, line: u64) -> Fault {
        let lines = self.reader.position().line().saturating_sub(line);
        let (found, expected) = (self.record.len(), self.columns.len());
        if lines > 1 {
            let detail = format!("{lines} lines were read as one record of {found} fields instead of {expected}");
            return Fault::new(line, FaultKind::QuoteNotClosed, detail);
        }
        Fault::new(line, FaultKind::FieldCount, format!("{found} fields instead of {expected}"))
    }
}

fn fault_of(error: &::csv::Error, line: u64, budget: &Budget) -> Fault {
    let kind = match (budget.passed(), error.kind()) {
        (Some(kind), _) => kind,
        (None, ErrorKind::Utf8 { .. }) => FaultKind::NotUtf8,
        (None, _) => FaultKind::Unreadable,
    };
    Fault::new(line, kind, error.to_string())
}
