//! Spreadsheets that are small as files and would be large in memory.

use crate::read_table;
use rust_xlsxwriter::{Format, Workbook};

/// A spreadsheet with these texts at their rows and columns.
fn sheet(cells: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, text) in cells {
        sheet.write_string(*row, *column, *text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

// req: CAT-15
#[test]
fn a_cell_that_is_too_far_away_is_refused_before_the_sheet_is_laid_out() {
    for (row, column) in [(1_048_575, 16_383), (2_001, 0), (0, 1_000)] {
        let content = sheet(&[(0, 0, "code"), (row, column, "x")]);
        assert!(content.len() < 20_000, "{} bytes", content.len());
        assert_eq!(read_table("t.xlsx", &content).unwrap_err().key(), "table-too-large", "{row} {column}");
    }
}

#[test]
fn the_last_row_that_may_be_is_read() {
    let content = sheet(&[(0, 0, "code"), (0, 1, "name_lv"), (2_000, 1, "x")]);
    let table = read_table("t.xlsx", &content).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2_001]);
}

#[test]
fn a_table_far_below_the_first_row_is_refused() {
    let content = sheet(&[(1_000_000, 0, "code"), (1_000_000, 1, "name_lv")]);
    assert_eq!(read_table("t.xlsx", &content).unwrap_err().key(), "table-too-large");
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let long = "x".repeat(15_000);
    let cells: Vec<(u32, u16, &str)> =
        (0..2_000).flat_map(|row| [0, 1, 2].map(|column| (row, column, &*long))).collect();
    let content = sheet(&cells);
    assert!(content.len() < 1 << 20, "{} bytes", content.len());
    assert_eq!(read_table("t.xlsx", &content).unwrap_err().key(), "table-too-large");
}

#[test]
fn a_table_below_the_first_row_is_read_and_mere_formats_are_passed_over() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [(4, ["code", "name_lv"]), (5, ["1007", "Pabalsts"])] {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    sheet.write_blank(1_048_575, 16_383, &Format::new().set_bold()).unwrap();
    let table = read_table("t.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((table.rows.len(), table.rows[0].number), (1, 6), "numbers are those that people see");
    assert_eq!(table.rows[0].cell(&table, "name_lv"), Some("Pabalsts"));
}
