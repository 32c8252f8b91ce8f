//! Tables as CSV for other programs.

use axum::response::Response;
use web_kit::csv_attachment;

/// A file of lines; the first one is the heading.
pub fn file(name: &str, lines: &[Vec<String>]) -> Response {
    let mut text = String::new();
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| safe(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    csv_attachment(name, text.as_bytes())
}

/// A cell in quotes where it needs them, and never a formula: names are written by people.
fn safe(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}
