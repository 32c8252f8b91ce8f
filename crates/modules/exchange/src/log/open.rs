//! Opening a log: packed or plain, CSV or XES, told by the content and not by the name.

use super::budget::{Budget, Counted};
use super::{Fault, FaultKind, Limits, Row, csv::CsvRows, xes::XesRows};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

/// The first bytes of a gzip archive.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// A byte order mark, which some spreadsheet programs write in front of UTF-8.
const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// Bytes of the file or of memory; `Send`, because an import awaits the database between rows.
pub(super) type Source = Box<dyn Read + Send>;

/// A log that can be read several times from the start.
#[derive(Debug, Clone)]
pub struct LogFile {
    path: PathBuf,
    delimiter: u8,
    limits: Limits,
}

impl LogFile {
    /// A log at `path`, comma-separated if it is CSV, with the usual limits.
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self { path: path.as_ref().to_owned(), delimiter: b',', limits: Limits::default() }
    }

    /// Another separator of CSV fields.
    pub fn delimiter(mut self, delimiter: u8) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// Other limits.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Starts reading.
    ///
    /// # Errors
    /// When the file cannot be opened, or its heading is unusable.
    pub fn open(&self) -> Result<Rows, Fault> {
        let unreadable = |error: io::Error| Fault::new(0, FaultKind::Unreadable, error.to_string());
        let mut file = File::open(&self.path).map_err(unreadable)?;
        let start = first_bytes(&mut file, 2).map_err(unreadable)?;
        let packed = start == GZIP;
        let whole = Cursor::new(start).chain(file);
        let plain: Source = if packed { Box::new(MultiGzDecoder::new(whole)) } else { Box::new(whole) };
        let budget = Budget::new(&self.limits);
        let mut counted = Counted::new(plain, budget.clone());
        let mut start = first_bytes(&mut counted, 512).map_err(unreadable)?;
        if start.starts_with(BYTE_ORDER_MARK) {
            start.drain(..BYTE_ORDER_MARK.len());
        }
        let is_xml = start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
        let text: Source = Box::new(Cursor::new(start).chain(counted));
        Ok(Rows(if is_xml {
            Format::Xes(Box::new(XesRows::new(text, budget, self.limits)))
        } else {
            Format::Csv(Box::new(CsvRows::new(text, budget, self.delimiter)?))
        }))
    }
}

/// Reads up to `count` bytes, fewer only at the end.
fn first_bytes(source: &mut impl Read, count: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(count);
    source.by_ref().take(count as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The rows of a log in file order. After a fatal [`Fault`] it ends.
pub struct Rows(Format);

enum Format {
    Csv(Box<CsvRows>),
    Xes(Box<XesRows>),
}

impl Rows {
    /// The column names, known beforehand only for CSV.
    pub fn columns(&self) -> Option<Vec<String>> {
        match &self.0 {
            Format::Csv(rows) => Some(rows.columns()),
            Format::Xes(_) => None,
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Format::Csv(rows) => rows.next(),
            Format::Xes(rows) => rows.next(),
        }
    }
}
