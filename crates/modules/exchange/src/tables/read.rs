//! Reading a table that somebody uploads: CSV as any program writes it, or a spreadsheet. Bounds on everything, for a
//! small file can unfold into a large one.

use super::columns::{PASSED_OVER, columns};
use super::export::{SHEET, headings};
use super::shape::Shape;
use crate::neutral::harmless;
use calamine::{Data, DataRef, Range, Reader as _, Xlsx};
use chrono::{Days, NaiveDate};
use kernel::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 5 << 20;
/// The most that a packed file may unfold into, in bytes.
const LARGEST_UNPACKED: u64 = 64 << 20;
/// The most parts of a packed file.
const MOST_PARTS: usize = 200;
/// The most rows.
pub const MOST_ROWS: usize = 2_000;
/// The most columns of a spreadsheet.
const MOST_COLUMNS: usize = 1_000;
/// A sheet may begin below the first row, and ends above this one.
const LOWEST_ROW: u32 = 10_000;
/// The longest cell, in characters.
const LONGEST_CELL: usize = 20_000;
/// Day 0 of spreadsheets.
const EPOCH: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

/// The two kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Comma-separated values.
    Csv,
    /// Office Open XML.
    Xlsx,
}

impl TableKind {
    /// By the ending of a file's name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit('.').next()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A table as it was read: nothing is understood yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceTable {
    /// Name of the sheet, or of the file.
    pub sheet: String,
    /// The headings that are known, with their places.
    pub columns: Vec<String>,
    /// The rows that hold something.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// Its number in the file; the heading is 1.
    pub number: u32,
    /// A cell for each of the columns; none where the row is shorter.
    pub cells: Vec<Option<String>>,
}

impl TableRow {
    /// The cell under a heading.
    #[must_use]
    pub fn cell<'a>(&'a self, table: &ServiceTable, name: &str) -> Option<&'a str> {
        let place = table.columns.iter().position(|column| column == name)?;
        self.cells.get(place)?.as_deref()
    }
}

/// Reads the content of a file called `name`.
///
/// # Errors
/// Unsupported `table-kind` for another kind of file; too large `table-too-large`; invalid `table-unreadable`, or
/// `table-headings` with the headings that are unknown, stand twice or are missing.
pub fn read_table(name: &str, content: &[u8]) -> Result<ServiceTable> {
    let kind = TableKind::of_name(name).ok_or_else(|| Error::unsupported("table-kind"))?;
    if content.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let (sheet, lines) = match kind {
        TableKind::Csv => (name.to_owned(), csv_lines(content)?),
        TableKind::Xlsx => sheet_lines(content)?,
    };
    table(sheet, lines)
}

fn too_large() -> Error {
    Error::too_large("table-too-large").arg("megabytes", LARGEST_FILE >> 20).arg("rows", MOST_ROWS)
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::invalid("table-unreadable").source(error.to_string())
}

type Lines = Vec<Vec<String>>;

/// Lines of a CSV file in UTF-8; the separator is the one that the heading uses most.
fn csv_lines(content: &[u8]) -> Result<Lines> {
    let text = std::str::from_utf8(content).map_err(unreadable)?.trim_start_matches('\u{feff}');
    let heading = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| heading.bytes().filter(|byte| byte == separator).count())
        .unwrap_or(b',');
    let reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.into_records() {
        if lines.len() > MOST_ROWS {
            return Err(too_large());
        }
        lines.push(record.map_err(unreadable)?.iter().map(str::to_owned).collect());
    }
    Ok(lines)
}

/// Lines of a spreadsheet: of the sheet that the export writes, or of the first.
fn sheet_lines(content: &[u8]) -> Result<(String, Lines)> {
    check_size(content)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(content)).map_err(unreadable)?;
    let names = book.sheet_names();
    let name =
        names.iter().find(|name| *name == SHEET).or(names.first()).cloned().ok_or_else(|| unreadable("no sheet"))?;
    check_cells(&mut book, &name)?;
    let range: Range<Data> = book.worksheet_range(&name).map_err(unreadable)?;
    // A sheet may begin below the first row; numbers of rows are those that people see.
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let left = range.start().map_or(0, |(_, column)| column as usize);
    let mut lines: Lines = vec![Vec::new(); above];
    for row in range.rows() {
        let empty = std::iter::repeat_n(String::new(), left);
        lines.push(empty.chain(row.iter().map(cell)).collect());
    }
    Ok((name, lines))
}

/// Unpacks every part once and forgets it: what a file says of its own size is no proof.
fn check_size(content: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(unreadable)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(unreadable)?;
        left = left.checked_sub(read).ok_or_else(too_large)?;
    }
    Ok(())
}

/// Looks at every cell before the sheet is laid out as a whole: two cells in opposite corners would take all the memory
/// there is, and so would many that share one long text.
fn check_cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<()> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let (mut first, mut last, mut left) = (u32::MAX, 0, LARGEST_UNPACKED);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let text = match cell.get_value() {
            // Only formatted: the table does not reach there.
            DataRef::Empty => continue,
            DataRef::String(text) => text.len(),
            DataRef::SharedString(text) => text.len(),
            _ => 0,
        };
        let (row, column) = cell.get_position();
        (first, last) = (row.min(first), row.max(last));
        left = left.checked_sub(text as u64).ok_or_else(too_large)?;
        if last >= LOWEST_ROW || column as usize >= MOST_COLUMNS || (last - first) as usize > MOST_ROWS {
            return Err(too_large());
        }
    }
    Ok(())
}

/// A cell as the text that a person sees in it.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(at) => {
            let days = at.as_f64().floor();
            let day = (0.0..3_000_000.0).contains(&days).then_some(days as u64);
            let day = day.and_then(|days| EPOCH?.checked_add_days(Days::new(days)));
            day.map(|day| day.to_string()).unwrap_or_default()
        }
    }
}

/// Finds the headings and keeps the rows that hold something.
fn table(sheet: String, lines: Lines) -> Result<ServiceTable> {
    let mut lines =
        lines.into_iter().enumerate().skip_while(|(_, line)| line.iter().all(|cell| cell.trim().is_empty()));
    let heading = lines.next().map(|(_, line)| line).unwrap_or_default();
    let heading: Vec<String> = heading.iter().map(|cell| cell.trim().to_lowercase()).collect();
    let columns = columns(&Shape::of_headings(&heading));
    let known: BTreeSet<String> = headings(&columns).into_iter().chain(PASSED_OVER.map(str::to_owned)).collect();
    let mut seen = BTreeSet::new();
    let wrong: Vec<&str> = heading
        .iter()
        .filter(|name| !name.is_empty() && (!known.contains(*name) || !seen.insert(*name)))
        .map(String::as_str)
        .collect();
    if !wrong.is_empty() || !seen.iter().any(|name| *name == "code") || seen.len() < 2 {
        let told = if wrong.is_empty() { "code".to_owned() } else { wrong.join(", ") };
        return Err(Error::invalid("table-headings").arg("columns", told));
    }
    let mut rows = Vec::new();
    for (place, line) in lines {
        if line.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= MOST_ROWS || line.iter().any(|cell| cell.chars().count() > LONGEST_CELL) {
            return Err(too_large());
        }
        let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
        let named = heading.iter().enumerate().filter(|(_, name)| !name.is_empty());
        let cells = named.map(|(place, _)| line.get(place).map(|cell| clean(cell))).collect();
        rows.push(TableRow { number, cells });
    }
    let columns = heading.into_iter().filter(|name| !name.is_empty()).collect();
    Ok(ServiceTable { sheet, columns, rows })
}

/// Line ends of one kind, no blanks around, and without the apostrophe that the export puts before what a spreadsheet
/// would take for a formula.
fn clean(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if harmless(rest) != rest => rest.to_owned(),
        _ => cell.to_owned(),
    }
}
