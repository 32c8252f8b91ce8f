//! Limits of reading: how many bytes a file and one record of it may have.
//!
//! The parsers above read a whole record or tag into memory before they return. Counting here, below them, is what
//! stops a quotation mark that is never closed, a tag of a gigabyte or a small archive that unpacks without end.

use super::FaultKind;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bounds on the input; everything beyond them is refused with the place named.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the unpacked file.
    pub file_bytes: u64,
    /// Bytes of one CSV record or XML tag.
    pub record_bytes: u64,
    /// Bytes of all values of one XES case.
    pub case_bytes: usize,
    /// Depth of XML nesting.
    pub depth: usize,
    /// Values of one case or event in XES.
    pub attributes: usize,
    /// Events of one case in XES.
    pub case_events: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 4 << 30,
            record_bytes: 1 << 20,
            case_bytes: 64 << 20,
            depth: 32,
            attributes: 500,
            case_events: 100_000,
        }
    }
}

/// Room for what the parser reads ahead of the record it returns.
const READ_AHEAD: u64 = 256 * 1024;

/// The shared counter: the reader below counts, the parser above resets at each record.
#[derive(Debug, Clone)]
pub(super) struct Budget(Arc<Counters>);

#[derive(Debug)]
struct Counters {
    file: AtomicU64,
    record: AtomicU64,
    file_limit: u64,
    record_limit: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self(Arc::new(Counters {
            file: AtomicU64::new(0),
            record: AtomicU64::new(0),
            file_limit: limits.file_bytes,
            record_limit: limits.record_bytes + READ_AHEAD,
        }))
    }

    /// A record was returned: the next one starts counting anew.
    pub(super) fn next_record(&self) {
        self.0.record.store(0, Ordering::Relaxed);
    }

    /// The limit that was passed, if one was.
    pub(super) fn passed(&self) -> Option<FaultKind> {
        if self.0.file.load(Ordering::Relaxed) > self.0.file_limit {
            Some(FaultKind::FileTooLong)
        } else if self.0.record.load(Ordering::Relaxed) > self.0.record_limit {
            Some(FaultKind::TooLong)
        } else {
            None
        }
    }
}

/// A reader that stops with an error as soon as its budget is passed.
pub(super) struct Counted<R> {
    inner: R,
    budget: Budget,
}

impl<R: Read> Counted<R> {
    pub(super) fn new(inner: R, budget: Budget) -> Self {
        Self { inner, budget }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // Small steps keep the excess over the limit small.
        let step = buffer.len().min(64 * 1024);
        let read = self.inner.read(&mut buffer[..step])?;
        self.budget.0.file.fetch_add(read as u64, Ordering::Relaxed);
        self.budget.0.record.fetch_add(read as u64, Ordering::Relaxed);
        match self.budget.passed() {
            Some(kind) => Err(io::Error::other(kind.code())),
            None => Ok(read),
        }
    }
}
