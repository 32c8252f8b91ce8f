//! `durvis import`: real data, as often as wanted without doubling.
use std::fs::File;
use std::io::{Stderr, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use exchange::{Finding, ImportReport, LogFile, Map, Watcher};
use storage::Database;

use crate::cli::Place;
use crate::commands::progress::Progress;
use crate::commands::said::said;
use crate::failure::Failure;
use crate::open;

/// Findings that are printed one by one; the rest is counted.
const SHOWN: usize = 20;

/// Where the data sets lie in the folder of `demo --with`.
pub const LOG: &str = "event-logs/receipt.csv.gz";
const LOG_MAP: &str = "receipt.toml";
pub const SERVICES: &str = "services/canada_services_2024.csv.gz";

/// An event log with its map.
pub async fn log(place: &Place, file: &Path, map: &Path, report: Option<&Path>) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let outcome = log_into(&db, file, map, report).await;
    db.close().await?;
    outcome
}

/// An inventory of services.
pub async fn services(place: &Place, file: &Path) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let outcome = services_into(&db, file).await;
    db.close().await?;
    outcome
}

/// Refuses a folder in which `demo --with DIR` would find nothing: to be asked before anything is made.
pub fn must_hold_something(folder: &Path) -> Result<(), Failure> {
    if [LOG, SERVICES].iter().any(|file| found_in(folder, file).is_some()) {
        return Ok(());
    }
    Err(Failure::work(format!("{} holds neither {LOG} nor {SERVICES}", folder.display())))
}

/// Where a data set is: below the folder as it is published, or in the folder itself, for whoever names the inner one.
pub fn found_in(folder: &Path, file: &str) -> Option<PathBuf> {
    let inner = Path::new(file).file_name().map(|name| folder.join(name));
    [Some(folder.join(file)), inner].into_iter().flatten().find(|path| path.exists())
}

/// What `demo --with DIR` finds in its folder.
pub async fn folder_into(db: &Database, folder: &Path) -> Result<(), Failure> {
    must_hold_something(folder)?;
    if let Some(services) = found_in(folder, SERVICES) {
        services_into(db, &services).await?;
    }
    if let Some(log) = found_in(folder, LOG) {
        log_into(db, &log, Path::new(LOG_MAP), None).await?;
    }
    Ok(())
}

async fn log_into(db: &Database, file: &Path, map: &Path, report: Option<&Path>) -> Result<(), Failure> {
    let map = Map::load(map)?;
    let findings = match report {
        Some(path) => {
            let format = path.extension().and_then(|end| end.to_str()).unwrap_or("jsonl");
            let format = exchange::TableFormat::parse(format)?;
            let table = File::create(path)
                .map_err(|error| Failure::work(format!("cannot write the report {}: {error}", path.display())))?;
            Some(exchange::FindingWriter::new(table, format))
        }
        None => None,
    };
    let mut watching = Watching { progress: Progress::here(), shown: Vec::new(), findings };
    let done = exchange::import_log(db, &LogFile::new(file), &map, &mut watching).await?;
    watching.progress.end();
    if let Some(findings) = watching.findings {
        findings.finish()?;
    }
    print(file, &done, &watching.shown)?;
    match &done.stopped {
        Some(stopped) => Err(broken_off(file, &done, stopped)),
        None => Ok(()),
    }
}

/// The end of an import whose file breaks off: where, what stays, and what to do.
fn broken_off(file: &Path, done: &ImportReport, stopped: &Finding) -> Failure {
    Failure::work(format!(
        "{}: the file could not be read further than row {} (the line in CSV, the count of events in XES; {}): {}\n\
         Kept: what was read before that place, {} cases and {} events. A case that had begun there may lack steps.\n\
         Get the whole file from the system it comes from and import it again in the same way: what is here is not doubled,\n\
         what is missing is added.",
        file.display(),
        stopped.row,
        stopped.reason,
        stopped.detail,
        done.cases,
        done.events
    ))
}

fn print(file: &Path, done: &ImportReport, shown: &[String]) -> Result<(), Failure> {
    let mut out = said();
    writeln!(
        out,
        "{}: {} rows, now {} cases and {} events here (service {})",
        file.display(),
        done.rows,
        done.cases,
        done.events,
        done.service
    )?;
    writeln!(
        out,
        "  new: {} cases, {} events; extended: {} cases; corrected: {} cases; kept: {} cases; as they were: {} cases; \
         marked: {} cases; refused: {} rows",
        done.cases_added,
        done.events_added,
        done.cases_extended,
        done.cases_corrected,
        done.cases_kept,
        done.cases_unchanged,
        done.cases_flagged,
        done.refused
    )?;
    for (reason, count) in &done.findings {
        writeln!(out, "  {reason}: {count}")?;
    }
    for line in shown {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// Shows progress and the first findings; all of them go into the report.
struct Watching {
    progress: Progress<Stderr>,
    shown: Vec<String>,
    findings: Option<exchange::FindingWriter<File>>,
}

impl Watcher for Watching {
    fn progress(&mut self, now: exchange::Progress) {
        let text = format!("{} of {} cases, {} of {} events", now.cases, now.cases_total, now.events, now.events_total);
        self.progress.tell(&text, Instant::now());
    }

    fn finding(&mut self, finding: &Finding) -> kernel::Result<()> {
        if self.shown.len() < SHOWN {
            let case = finding.case.as_deref().unwrap_or("no case");
            let severity = finding.severity.as_str();
            self.shown.push(format!("row {} ({case}) {severity}: {}: {}", finding.row, finding.reason, finding.detail));
        }
        self.findings.as_mut().map_or(Ok(()), |findings| findings.add(finding))
    }
}

async fn services_into(db: &Database, file: &Path) -> Result<(), Failure> {
    let input = File::open(file).map_err(|error| Failure::work(format!("cannot read {}: {error}", file.display())))?;
    let mut progress = Progress::here();
    let tell = |report: &catalogue::ImportReport| progress.tell(&format!("{} rows", report.read), Instant::now());
    let report = catalogue::import_canada(db, input, tell).await?;
    progress.end();
    let mut out = said();
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
    match &report.stopped {
        Some(reason) => Err(Failure::work(format!(
            "{}: the file could not be read further than row {}: {reason}\n\
             Kept: the services of the rows before that place.\n\
             Get the whole file again and import it in the same way: what is here is not doubled, what is missing is added.",
            file.display(),
            report.read + 1
        ))),
        None => Ok(()),
    }
}
