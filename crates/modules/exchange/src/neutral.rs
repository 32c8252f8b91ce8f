//! Lines of exports that no spreadsheet program takes for a command.

use kernel::{Error, Result};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Makes a CSV field harmless: a text that a spreadsheet would run as a formula gets an apostrophe in front.
pub(crate) fn harmless(field: &str) -> Cow<'_, str> {
    let first = field.trim_start_matches([' ', '\u{feff}']).chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n')) {
        Cow::Owned(format!("'{field}"))
    } else {
        Cow::Borrowed(field)
    }
}

/// Writes one CSV line (RFC 4180 quoting).
pub(crate) fn csv_line(out: &mut impl Write, fields: &[&str]) -> Result<()> {
    let mut line = String::with_capacity(128);
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        let field = harmless(field);
        if field.contains(['"', ',', '\n', '\r']) {
            line.push('"');
            line.push_str(&field.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&field);
        }
    }
    line.push('\n');
    out.write_all(line.as_bytes()).map_err(unwritable)
}

/// Writes one JSON line.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n").map_err(unwritable)
}

pub(crate) fn unwritable(error: io::Error) -> Error {
    Error::unavailable("export-write").source(error)
}
