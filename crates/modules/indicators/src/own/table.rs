//! Values from a table: `indicator,month,value`, a line each.

use super::record::GivenValue;
use csv::{ReaderBuilder, StringRecord};
use kernel::{Error, Result};

const COLUMNS: [&str; 3] = ["indicator", "month", "value"];

/// The values of a table in CSV, separated by commas, or by semicolons as spreadsheets here do. The first line may be the
/// heading `indicator,month,value`.
///
/// # Errors
/// Invalid `own-table-line` for a line that does not have three cells, with its number.
pub fn values_of_table(text: &str) -> Result<Vec<GivenValue>> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = if text.lines().next().unwrap_or_default().contains(';') { b';' } else { b',' };
    let mut values = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = || Error::invalid("own-table-line").arg("line", number);
        let row = record(line, mark).map_err(|error| wrong().source(error))?;
        if number == 1 && row.iter().map(str::trim).take(COLUMNS.len()).eq(COLUMNS) {
            continue;
        }
        let [indicator, month, value] = cells(&row).ok_or_else(wrong)?;
        values.push(GivenValue { indicator, month, value });
    }
    Ok(values)
}

/// The cells of one line; none of them goes on in the next one.
fn record(line: &str, mark: u8) -> Result<StringRecord, csv::Error> {
    let mut table = ReaderBuilder::new().has_headers(false).delimiter(mark).from_reader(line.as_bytes());
    let mut row = StringRecord::new();
    table.read_record(&mut row)?;
    Ok(row)
}

/// Three cells; a spreadsheet may leave empty ones behind them.
fn cells(row: &StringRecord) -> Option<[String; 3]> {
    let mut all = row.iter().map(|cell| cell.trim().to_owned());
    let three = [all.next()?, all.next()?, all.next()?];
    all.all(|cell| cell.is_empty()).then_some(three)
}
