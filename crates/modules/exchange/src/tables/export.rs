//! The services of an institution, written as a table.

use super::around::Around;
use super::columns::{CODE, Column, STATE, VERSION, columns};
use super::read::TableKind;
use super::shape::Shape;
use crate::neutral::csv_line;
use catalogue::{Description, OwnService};
use i18n::{Args, Catalog};
use kernel::{Error, Locale, PageRequest, Result, Role};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use storage::Read;

/// Name of the sheet with the services.
pub const SHEET: &str = "Pakalpojumi";
/// Name of the sheet with explanations and code lists.
const LEGEND: &str = "Paskaidrojumi";
/// The longest text that a cell of a spreadsheet holds.
const LONGEST_CELL: usize = 32_767;
/// What tells spreadsheet programs that a CSV file is in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Every service of the caller's institution with its newest description, published or not, drafts included: a table of
/// one row a service. No cell is a formula. As a spreadsheet it has a second sheet that explains each column and lists
/// the words it takes.
///
/// # Errors
/// Forbidden for everybody but contact persons and administrators of an institution; unavailable when the database cannot
/// be reached.
pub async fn export_services(tx: &Read, words: &Catalog, kind: TableKind) -> Result<Vec<u8>> {
    tx.caller().require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    let holder = tx.caller().require_institution()?;
    let mut around = Around::new(holder);
    let mut services = Vec::new();
    let mut after = None;
    loop {
        let page = catalogue::own_services_whole(tx, holder, &PageRequest::new(PageRequest::MAX, after)).await?;
        let texts: Vec<&Description> = page.items.iter().map(|own| &*own.newest.description).collect();
        around.learn(tx, &texts).await?;
        services.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let columns = columns(&Shape::of_descriptions(services.iter().map(|own| &*own.newest.description)));
    // Each row is made when it is written: the table does not stand in memory beside the descriptions.
    let rows = services.iter().map(|own| row(&columns, &around, own));
    match kind {
        TableKind::Csv => csv(&columns, rows),
        TableKind::Xlsx => xlsx(&columns, rows, words).map_err(|error| Error::internal("xlsx").source(error)),
    }
}

/// The headings of the table.
pub fn headings(columns: &[Column]) -> Vec<String> {
    let first = [CODE, VERSION, STATE].map(str::to_owned);
    first.into_iter().chain(columns.iter().map(|column| column.name.clone())).collect()
}

fn row(columns: &[Column], around: &Around, own: &OwnService) -> Vec<String> {
    let first = [own.service.code.clone(), own.newest.line.version.to_string(), own.service.state.as_str().to_owned()];
    let cells = columns.iter().map(|column| (column.get)(&own.newest.description, around));
    first.into_iter().chain(cells).collect()
}

fn csv(columns: &[Column], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut out = BYTE_ORDER_MARK.to_vec();
    for row in std::iter::once(headings(columns)).chain(rows) {
        csv_line(&mut out, &row.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    Ok(out)
}

fn xlsx(columns: &[Column], rows: impl Iterator<Item = Vec<String>>, words: &Catalog) -> Result<Vec<u8>, XlsxError> {
    let bold = Format::new().set_bold().set_background_color("E3EEF2").set_text_wrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(SHEET)?;
    for (place, heading) in headings(columns).iter().enumerate() {
        let place = narrow(place);
        sheet.write_string_with_format(0, place, heading, &bold)?;
        sheet.set_column_width(place, if place < 3 { 10 } else { 28 })?;
    }
    for (number, row) in rows.enumerate() {
        for (place, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let cell: String = cell.chars().take(LONGEST_CELL).collect();
            // Written as a text whatever it begins with: no cell is a formula.
            sheet.write_string(u32::try_from(number + 1).unwrap_or(u32::MAX), narrow(place), cell)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    legend(book.add_worksheet().set_name(LEGEND)?, columns, words, &bold)?;
    book.save_to_buffer()
}

/// What each column means in both languages, and the words that it takes; of numbered columns the first stands for all.
fn legend(sheet: &mut Worksheet, columns: &[Column], words: &Catalog, bold: &Format) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap();
    for (place, (heading, width)) in
        [("kolonna / column", 24), ("paskaidrojums", 60), ("explanation", 60), ("vērtības / values", 40)]
            .iter()
            .enumerate()
    {
        sheet.write_string_with_format(0, narrow(place), *heading, bold)?;
        sheet.set_column_width(narrow(place), *width)?;
    }
    let first = [(CODE, "code"), (VERSION, "version"), (STATE, "state")];
    let first = first.iter().map(|(name, about)| ((*name).to_owned(), *about, String::new()));
    let rest = columns.iter().filter(|column| column.item.is_none_or(|(_, number)| number == 1));
    let rest = rest.map(|column| (column.name.clone(), column.about, column.words.join(" ")));
    for (row, (name, about, values)) in first.chain(rest).enumerate() {
        let row = u32::try_from(row + 1).unwrap_or(u32::MAX);
        let text = |locale| words.text(locale, &format!("table-about-{about}"), &Args::new()).unwrap_or_default();
        for (place, text) in [name, text(Locale::Lv), text(Locale::En), values].iter().enumerate() {
            sheet.write_string_with_format(row, narrow(place), text, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The tables here have far fewer columns than a spreadsheet can hold.
fn narrow(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
