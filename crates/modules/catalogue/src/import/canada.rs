//! The service inventory of the Government of Canada (open data), as test data of real size.

use super::row::Row;
use super::{ImportReport, RejectedRow};
use crate::ensure_sample::{Outcome, put_imported};
use flate2::read::GzDecoder;
use kernel::{Caller, Error, InstitutionId, Result};
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read as Input};
use storage::{Database, Write};

/// Rows per transaction: short enough not to hold up other writers.
const BATCH: usize = 100;

/// The two bytes a gzip file begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What some programs put before a text in UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// Where bytes come from.
type Source<'a> = Box<dyn Input + Send + 'a>;

/// Imports the inventory as CSV, plain or gzip. Every batch is kept before the next begins, and a repeated import adds
/// nothing twice. `progress` is told the report so far after each batch.
///
/// # Errors
/// Invalid `services-file` when the heading lacks a needed column; unavailable when the database cannot be reached.
/// A faulty row is no error: it is listed in the report, which also says when the file broke off.
pub async fn import_canada(
    db: &Database,
    input: impl Input + Send,
    mut progress: impl FnMut(&ImportReport) + Send,
) -> Result<ImportReport> {
    let mut rows = reader(input)?;
    let columns = rows.headers().map_err(|error| Error::invalid("services-file").source(error))?.clone();
    Row::require_columns(&columns)?;
    let mut import = Import::default();
    let mut records = rows.records();
    loop {
        let batch: Vec<_> = records.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(import.report);
        }
        let mut tx = db.write_patiently(&Caller::engine()).await?;
        for record in batch {
            import.report.read += 1;
            if let Err(error) = &record
                && error.is_io_error()
            {
                import.report.stopped = Some(error.to_string());
            }
            let row = record.map_err(|error| error.to_string()).and_then(|record| Row::read(&columns, &record));
            import.row(&mut tx, row).await?;
        }
        tx.commit().await?;
        db.give_way().await;
        progress(&import.report);
        if import.report.stopped.is_some() {
            return Ok(import.report);
        }
    }
}

/// A CSV reader that unpacks, skips a byte-order mark and reports rows of a wrong length one by one.
fn reader<'a>(input: impl Input + Send + 'a) -> Result<csv::Reader<Source<'a>>> {
    let (packed, whole) = begins_with(Box::new(input), &GZIP)?;
    let plain = if packed { Box::new(GzDecoder::new(BufReader::new(again(&GZIP, whole)))) } else { whole };
    let (_, text) = begins_with(plain, &BYTE_ORDER_MARK)?;
    Ok(csv::ReaderBuilder::new().from_reader(text))
}

/// Whether the input begins with `mark`, and the input: without the mark if it does, whole if it does not.
fn begins_with<'a>(mut input: Source<'a>, mark: &[u8]) -> Result<(bool, Source<'a>)> {
    let mut start = Vec::new();
    let most = u64::try_from(mark.len()).unwrap_or(u64::MAX);
    input.by_ref().take(most).read_to_end(&mut start).map_err(|e| Error::invalid("services-file").source(e))?;
    if start == mark { Ok((true, input)) } else { Ok((false, again(&start, input))) }
}

/// The input with `start` put back before it.
fn again<'a>(start: &[u8], input: Source<'a>) -> Source<'a> {
    Box::new(std::io::Cursor::new(start.to_vec()).chain(input))
}

/// The state of one import.
#[derive(Default)]
struct Import {
    report: ImportReport,
    holders: HashMap<String, InstitutionId>,
    seen: HashSet<String>,
}

impl Import {
    async fn row(&mut self, tx: &mut Write, row: Result<Row, String>) -> Result<()> {
        let row = match row {
            Ok(row) => row,
            Err(reason) => {
                self.reject(reason);
                return Ok(());
            }
        };
        if !self.seen.insert(row.external_id()) {
            self.reject(format!("service_id {} stands in an earlier row", row.service_id));
            return Ok(());
        }
        let holder = self.holder(tx, &row).await?;
        let (_, outcome) = put_imported(tx, &row.external_id(), holder, row.description(holder)).await?;
        match outcome {
            Outcome::Added => self.report.imported += 1,
            Outcome::Updated => self.report.updated += 1,
            Outcome::Unchanged => self.report.unchanged += 1,
        }
        Ok(())
    }

    fn reject(&mut self, reason: String) {
        self.report.rejected.push(RejectedRow { row: self.report.read + 1, reason });
    }

    async fn holder(&mut self, tx: &mut Write, row: &Row) -> Result<InstitutionId> {
        if let Some(known) = self.holders.get(&row.owner) {
            return Ok(*known);
        }
        let id = institutions::ensure_sample(tx, row.owner_name()).await?;
        self.holders.insert(row.owner.clone(), id);
        Ok(id)
    }
}
