//! From rows in any order to whole cases, with the memory of the cases that are open at one place of the file.
//!
//! A log may be sorted by case or by time. The file is read twice: first only to count the rows of each case, then to
//! collect them; a case is handed on as soon as its last row has come.

use crate::findings::{Finding, Severity};
use crate::log::{Fault, LogFile, Row, Rows};
use crate::map::Map;
use crate::plan::identifier;
use kernel::{Error, Result};
use std::collections::HashMap;

/// Rows of cases that are begun and not complete; beyond this the file is refused.
const MOST_OPEN_ROWS: usize = 2_000_000;

/// What the first reading tells.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// Rows of each case.
    rows_of: HashMap<String, u32>,
    /// Rows with a case id.
    pub(crate) events: u64,
}

impl Survey {
    /// Counts the cases of `file`.
    ///
    /// # Errors
    /// Invalid `import-file` when the file cannot be opened, `import-blank` when nothing is in it, `import-column-missing`
    /// without a column of the map; where no case can be read, `import-torn` when the file breaks off, `import-no-rows`
    /// when it has none, else `import-empty`.
    pub(crate) fn of(file: &LogFile, map: &Map) -> Result<Self> {
        let rows = file.open().map_err(|fault| unopened(file, &fault))?;
        if let Some(columns) = rows.columns() {
            if columns.is_empty() {
                return Err(Error::invalid("import-blank").arg("path", file.path().display()));
            }
            map.check_columns(&columns)?;
        }
        let mut survey = Self::default();
        let (mut read, mut torn) = (0_u64, None);
        for row in rows {
            match row {
                Ok(row) => {
                    read += 1;
                    if let Some(case) = case_of(&row, map) {
                        *survey.rows_of.entry(case).or_default() += 1;
                        survey.events += 1;
                    }
                }
                Err(fault) if fault.kind.is_fatal() => torn = Some(fault),
                Err(_) => read += 1,
            }
        }
        if survey.events == 0 { Err(without_cases(file, map, read, torn.as_ref())) } else { Ok(survey) }
    }

    /// Number of cases.
    pub(crate) fn cases(&self) -> u64 {
        self.rows_of.len() as u64
    }
}

/// The whole cases of a file.
pub(crate) struct Cases<'m> {
    rows: Rows,
    map: &'m Map,
    awaited: HashMap<String, u32>,
    open: HashMap<String, Vec<Row>>,
    open_rows: usize,
    /// Rows read so far, readable or not.
    pub(crate) rows_read: u64,
}

/// What comes next out of a file.
pub(crate) enum Gathered {
    /// All rows of one case, in file order.
    Case(String, Vec<Row>),
    /// A row that cannot be used.
    Unusable(Finding),
}

impl<'m> Cases<'m> {
    /// Begins the second reading.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub(crate) fn new(file: &LogFile, map: &'m Map, survey: Survey) -> Result<Self> {
        let rows = file.open().map_err(|fault| unopened(file, &fault))?;
        Ok(Self { rows, map, awaited: survey.rows_of, open: HashMap::new(), open_rows: 0, rows_read: 0 })
    }

    /// The next case or unusable row; `None` at the end.
    ///
    /// # Errors
    /// Too large `import-too-many-open` when too many cases are open at once.
    pub(crate) fn next(&mut self) -> Result<Option<Gathered>> {
        while let Some(read) = self.rows.next() {
            self.rows_read += 1;
            let row = match read {
                Ok(row) => row,
                Err(fault) => return Ok(Some(Gathered::Unusable(finding(&fault)))),
            };
            let Some(case) = case_of(&row, self.map) else {
                return Ok(Some(Gathered::Unusable(without_case(&row))));
            };
            if let Some(rows) = self.add(&case, row)? {
                return Ok(Some(Gathered::Case(case, rows)));
            }
        }
        Ok(self.rest())
    }

    /// Keeps a row; gives the rows of its case when it was the last of them.
    fn add(&mut self, case: &str, row: Row) -> Result<Option<Vec<Row>>> {
        let rows = self.open.entry(case.to_owned()).or_default();
        rows.push(row);
        self.open_rows += 1;
        if self.open_rows > MOST_OPEN_ROWS {
            return Err(Error::too_large("import-too-many-open").arg("rows", MOST_OPEN_ROWS));
        }
        let complete = self.awaited.get(case).is_none_or(|awaited| rows.len() >= *awaited as usize);
        let done = if complete { self.open.remove(case) } else { None };
        self.open_rows -= done.as_ref().map_or(0, Vec::len);
        Ok(done)
    }

    /// Cases whose rows did not all come again: the file changed between the two readings.
    fn rest(&mut self) -> Option<Gathered> {
        let case = self.open.keys().next()?.clone();
        let rows = self.open.remove(&case)?;
        Some(Gathered::Case(case, rows))
    }
}

fn case_of(row: &Row, map: &Map) -> Option<String> {
    map.value(row, Some(&map.columns.case)).map(identifier)
}

fn finding(fault: &Fault) -> Finding {
    Finding {
        row: fault.number,
        case: None,
        event: None,
        severity: if fault.kind.is_fatal() { Severity::Stopped } else { Severity::Refused },
        reason: fault.kind.code(),
        detail: fault.detail.clone(),
    }
}

fn without_case(row: &Row) -> Finding {
    Finding {
        row: row.number,
        case: None,
        event: None,
        severity: Severity::Refused,
        reason: "case_missing",
        detail: "the row names no case".to_owned(),
    }
}

/// Why a file that can be opened has no case.
fn without_cases(file: &LogFile, map: &Map, read: u64, torn: Option<&Fault>) -> Error {
    let error = |key| Error::invalid(key).arg("path", file.path().display());
    match torn {
        Some(fault) => {
            error("import-torn").arg("row", fault.number).arg("reason", fault.kind.code()).arg("detail", &fault.detail)
        }
        None if read == 0 => error("import-no-rows"),
        None => error("import-empty").arg("column", &map.columns.case),
    }
}

fn unopened(file: &LogFile, fault: &Fault) -> Error {
    Error::invalid("import-file")
        .arg("path", file.path().display())
        .arg("reason", fault.kind.code())
        .arg("detail", &fault.detail)
}
