//! The lines that are written, and what a person reads meanwhile.
use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

use serde::Serialize;

/// One measurement.
#[derive(Serialize)]
pub struct Line<'a> {
    /// What was measured, with its size: `submissions/8`.
    pub name: &'a str,
    /// `sqlite` or `postgres`; empty when no database is meant.
    pub db: &'a str,
    /// The value.
    pub value: f64,
    /// Its unit.
    pub unit: &'a str,
    /// What it stands beside, in words: `bare sql`.
    pub against: Option<&'a str>,
    /// How much that is, in the same unit and the same run.
    pub beside: Option<f64>,
    /// Value divided by that.
    pub ratio: Option<f64>,
}

/// Writes lines as they come, so that a stopped run keeps what it has.
pub struct Report {
    file: BufWriter<File>,
}

impl Report {
    /// A new file.
    pub fn new(path: &Path) -> Result<Self> {
        if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
            std::fs::create_dir_all(parent)?;
        }
        Ok(Self { file: BufWriter::new(File::create(path)?) })
    }

    /// A value that stands alone.
    pub fn add(&mut self, name: &str, db: &str, value: f64, unit: &str) -> Result<()> {
        self.line(&Line { name, db, value: round(value), unit, against: None, beside: None, ratio: None })
    }

    /// A value beside another one of the same run, with the words for it.
    pub fn beside(
        &mut self,
        name: &str,
        db: &str,
        value: f64,
        unit: &str,
        (against, beside): (&str, f64),
    ) -> Result<()> {
        let ratio = Some(round(value / beside));
        let (against, beside) = (Some(against), Some(round(beside)));
        self.line(&Line { name, db, value: round(value), unit, against, beside, ratio })
    }

    fn line(&mut self, line: &Line<'_>) -> Result<()> {
        serde_json::to_writer(&mut self.file, line)?;
        writeln!(self.file)?;
        self.file.flush()?;
        let ratio = line.ratio.map_or_else(String::new, |r| {
            format!("  ratio {r} beside {} ({})", line.beside.unwrap_or_default(), line.against.unwrap_or_default())
        });
        writeln!(std::io::stdout(), "{:<34} {:<9} {:>12} {}{ratio}", line.name, line.db, line.value, line.unit)
    }
}

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::Report;
    use serde_json::{Value, json};

    #[test]
    fn a_line_says_what_its_value_stands_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bench.jsonl");
        let mut report = Report::new(&path).unwrap();
        report.add("start/empty", "sqlite", 12.0, "ms").unwrap();
        report.beside("submissions/8", "sqlite", 90.0, "1/s", ("bare sql", 120.0)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((&lines[0]["against"], &lines[0]["beside"]), (&Value::Null, &Value::Null));
        assert_eq!((&lines[1]["against"], &lines[1]["beside"]), (&json!("bare sql"), &json!(120.0)));
        assert_eq!(lines[1]["ratio"], json!(0.75));
    }
}
