//! Tables as CSV for other programs.

use axum::body::Bytes;
use axum::response::Response;
use web_kit::attachment;

/// A file of lines; the first one is the heading.
pub fn file(name: &str, lines: &[Vec<String>]) -> Response {
    let mut text = String::new();
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| safe(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    attachment(name, "text/csv; charset=utf-8", Bytes::from(text))
}

/// A cell in quotes where it needs them, and never a formula: names are written by people.
fn safe(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}
