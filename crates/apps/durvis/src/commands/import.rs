//! `durvis import`: real data, as often as wanted without doubling.
use std::fs::File;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use storage::Database;

use crate::cli::Place;
use crate::failure::Failure;
use crate::open;

/// An event log with its map.
pub async fn log(_place: &Place, _file: &Path, _map: &Path) -> Result<(), Failure> {
    Err(Failure::work("waiting for exchange"))
}

/// An inventory of services.
pub async fn services(place: &Place, file: &Path) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    services_into(&db, file).await?;
    Ok(db.close().await?)
}

/// The same, into an open database.
pub async fn services_into(db: &Database, file: &Path) -> Result<(), Failure> {
    let input = opened(file)?;
    let report = catalogue::import_canada(db, input, |report| progress(&format!("{} rows", report.read))).await?;
    end_of_progress();
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}: {} rows read, {} services added, {} changed, {} as they were, {} rows left out",
        file.display(),
        report.read,
        report.imported,
        report.updated,
        report.unchanged,
        report.rejected.len()
    )?;
    for rejected in &report.rejected {
        writeln!(out, "  row {}: {}", rejected.row, rejected.reason)?;
    }
    Ok(())
}

fn opened(file: &Path) -> Result<File, Failure> {
    File::open(file).map_err(|error| Failure::work(format!("cannot read {}: {error}", file.display())))
}

/// A line that is written over, on terminals only.
fn progress(text: &str) {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let _ = write!(err, "\r{text}");
    }
}

fn end_of_progress() {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let _ = writeln!(err);
    }
}
