//! `durvis import log FILE --map MAP.toml`: takes over the cases of another system's event log.

use crate::findings::{Finding, Severity};
use crate::gather::{Cases, Gathered, Survey};
use crate::plan::{PlannedCase, plan};
use crate::store::{self, Known, Target};
use crate::{LogFile, Map};
use cases::{ImportedCase, ImportedStage, import_case};
use kernel::{Caller, CaseId, InstitutionId, Result, digest_hex};
use std::collections::BTreeMap;
use storage::{Database, Write};

/// Cases of one transaction.
const BATCH_CASES: usize = 50;
/// Events of one transaction, if its cases are long.
const BATCH_EVENTS: usize = 1_000;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Name of the source.
    pub source: String,
    /// Code of the service that the cases belong to.
    pub service: String,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// Rows read, usable or not.
    pub rows: u64,
    /// Cases of the file that are here now.
    pub cases: u64,
    /// Events of the file that are here now.
    pub events: u64,
    /// Cases that are new.
    pub cases_added: u64,
    /// Cases that were here and got something new.
    pub cases_extended: u64,
    /// Cases that were here and whose values were corrected; they may be extended as well.
    pub cases_corrected: u64,
    /// Cases whose values stay others than in the file, because somebody has worked on them here.
    pub cases_kept: u64,
    /// Cases that were here just so.
    pub cases_unchanged: u64,
    /// Events that are new.
    pub events_added: u64,
    /// Cases with a mark on themselves or on one of their events.
    pub cases_flagged: u64,
    /// Findings by reason.
    pub findings: BTreeMap<&'static str, u64>,
    /// Rows that were not imported.
    pub refused: u64,
    /// Where and why the file could not be read to its end.
    pub stopped: Option<Finding>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Cases done.
    pub cases: u64,
    /// Cases of the file.
    pub cases_total: u64,
    /// Events done.
    pub events: u64,
    /// Events of the file.
    pub events_total: u64,
}

/// Takes what is told while an import runs.
pub trait Watcher: Send {
    /// After each transaction.
    fn progress(&mut self, progress: Progress);

    /// For each flagged or refused row.
    ///
    /// # Errors
    /// An error ends the import; what was imported before stays.
    fn finding(&mut self, finding: &Finding) -> Result<()>;
}

/// Imports `file` as `map` says. It may be repeated: what is here already stays as it is, what is new is added, and values
/// of a case that the file tells otherwise than before are corrected, with an event that keeps what they were. Cases that
/// somebody has worked on here keep their values. One transaction takes some cases whole, so an interrupted import leaves
/// no half case.
///
/// # Errors
/// Invalid when the file cannot be opened, is empty, has not the columns of the map, or breaks off before a case could be
/// read; unavailable when the database cannot be reached.
pub async fn import_log(db: &Database, file: &LogFile, map: &Map, watcher: &mut dyn Watcher) -> Result<ImportReport> {
    let file = file.clone().delimiter(u8::try_from(map.log.delimiter).unwrap_or(b','));
    let survey = Survey::of(&file, map)?;
    let total = Progress { cases: 0, cases_total: survey.cases(), events: 0, events_total: survey.events };
    let mut gathered = Cases::new(&file, map, survey)?;
    let target = target(db, map).await?;
    let mut import = Import { db, map, report: ImportReport::new(map, &target), target, progress: total, watcher };
    import.watcher.progress(import.progress);
    let mut batch = Vec::new();
    while let Some(next) = gathered.next()? {
        match next {
            Gathered::Unusable(finding) => import.refuse(finding)?,
            Gathered::Case(id, rows) => match plan(&id, &rows, map) {
                Ok((case, findings)) => {
                    import.note(&findings)?;
                    batch.push(case);
                }
                Err(finding) => import.refuse(finding)?,
            },
        }
        let events: usize = batch.iter().map(|case| case.stages.len()).sum();
        if batch.len() >= BATCH_CASES || events >= BATCH_EVENTS {
            import.write(&batch).await?;
            batch.clear();
        }
    }
    import.write(&batch).await?;
    import.report.rows = gathered.rows_read;
    Ok(import.report)
}

/// The service of the source: that of the first import, or a new one.
async fn target(db: &Database, map: &Map) -> Result<Target> {
    let mut tx = db.write_patiently(&Caller::engine()).await?;
    let target = match store::target(&tx, &map.log.source).await? {
        Some(target) => target,
        None => {
            let holder = institutions::ensure_sample(&mut tx, map.holder_name()).await?;
            let service = catalogue::ensure_sample(&mut tx, holder, map.service_name(), map.service_summary()).await?;
            let target = Target { service, holder };
            store::keep_target(&tx, &map.log.source, &target).await?;
            target
        }
    };
    tx.commit().await?;
    Ok(target)
}

impl ImportReport {
    fn new(map: &Map, target: &Target) -> Self {
        Self {
            source: map.log.source.clone(),
            service: target.service.clone(),
            holder: target.holder,
            rows: 0,
            cases: 0,
            events: 0,
            cases_added: 0,
            cases_extended: 0,
            cases_corrected: 0,
            cases_kept: 0,
            cases_unchanged: 0,
            events_added: 0,
            cases_flagged: 0,
            findings: BTreeMap::new(),
            refused: 0,
            stopped: None,
        }
    }
}

struct Import<'i> {
    db: &'i Database,
    map: &'i Map,
    target: Target,
    report: ImportReport,
    progress: Progress,
    watcher: &'i mut dyn Watcher,
}

impl Import<'_> {
    fn refuse(&mut self, finding: Finding) -> Result<()> {
        self.note(std::slice::from_ref(&finding))?;
        match finding.severity {
            Severity::Stopped => self.report.stopped = Some(finding),
            _ => self.report.refused += 1,
        }
        Ok(())
    }

    fn note(&mut self, findings: &[Finding]) -> Result<()> {
        for finding in findings {
            *self.report.findings.entry(finding.reason).or_default() += 1;
            self.watcher.finding(finding)?;
        }
        Ok(())
    }

    /// Writes some cases in one transaction.
    async fn write(&mut self, batch: &[PlannedCase]) -> Result<()> {
        if batch.is_empty() {
            return Ok(());
        }
        let source = &self.map.log.source;
        let mut tx = self.db.write_patiently(&Caller::engine()).await?;
        let ids: Vec<&str> = batch.iter().map(|case| case.external_id.as_str()).collect();
        let mut known = store::known(&tx, source, &ids).await?;
        let mut rows = Vec::new();
        for case in batch {
            let known = known.remove(&case.external_id).unwrap_or_default();
            if let Some(row) = write_case(&mut tx, case, &known, &self.target.service).await? {
                rows.push(row);
            }
        }
        store::keep(&tx, source, &rows).await?;
        tx.commit().await?;
        self.db.give_way().await;
        self.count(batch, &rows);
        self.note(&rows.iter().filter_map(kept).collect::<Vec<_>>())
    }

    /// Counts what a transaction did, after it is durable.
    fn count(&mut self, batch: &[PlannedCase], rows: &[store::Row<'_>]) {
        let report = &mut self.report;
        let added = rows.iter().filter(|row| row.is_new).count() as u64;
        report.cases += batch.len() as u64;
        report.events += batch.iter().map(|case| case.stages.len() as u64).sum::<u64>();
        let number = |of: fn(&&store::Row<'_>) -> bool| rows.iter().filter(of).count() as u64;
        report.cases_added += added;
        report.cases_extended += number(|row| !row.is_new && row.is_longer);
        report.cases_corrected += number(|row| row.is_corrected);
        report.cases_kept += number(|row| !row.kept.is_empty());
        report.cases_unchanged += batch.len() as u64 - number(|row| row.says_something());
        report.events_added += rows.iter().map(|row| row.new_events.len() as u64).sum::<u64>();
        report.cases_flagged += batch.iter().filter(|case| case.is_flagged()).count() as u64;
        self.progress.cases = report.cases;
        self.progress.events = report.events;
        self.watcher.progress(self.progress);
    }
}

/// Adds what is new of a case; `None` when it is here just so.
async fn write_case<'c>(
    tx: &mut Write,
    case: &'c PlannedCase,
    known: &Known,
    service: &str,
) -> Result<Option<store::Row<'c>>> {
    let fingerprint = fingerprint(case);
    let new: Vec<_> = case.stages.iter().filter(|stage| !known.events.contains(&stage.external_id)).collect();
    if known.case.is_some() && new.is_empty() && known.fingerprint == fingerprint {
        return Ok(None);
    }
    let stages = new.iter().map(|stage| ImportedStage {
        name: stage.name.clone(),
        at: stage.at,
        doer: stage.resource.clone(),
        flags: words(&stage.flags),
    });
    let input = imported(case, known.case, service, stages.collect());
    let imported = Box::pin(import_case(tx, input)).await?;
    // Without the new fingerprint the next import looks at the case again, and says again what differs.
    let fingerprint = if imported.kept.is_empty() { fingerprint } else { known.fingerprint.clone() };
    Ok(Some(store::Row {
        case: imported.id,
        is_new: known.case.is_none(),
        is_longer: imported.added > 0,
        is_corrected: imported.corrected,
        kept: imported.kept,
        line: case.stages.iter().map(|stage| stage.row).min().unwrap_or_default(),
        external_id: &case.external_id,
        fingerprint,
        responsible: case.responsible.as_deref(),
        planned_end_at: case.planned_end_at,
        new_events: new.into_iter().map(|stage| stage.external_id.as_str()).collect(),
    }))
}

/// The finding about a case whose values stay as they are here.
fn kept(row: &store::Row<'_>) -> Option<Finding> {
    let differing = Some(row.kept.join(", ")).filter(|names| !names.is_empty())?;
    Some(Finding {
        row: row.line,
        case: Some(row.external_id.to_owned()),
        event: None,
        severity: Severity::Kept,
        reason: "case_worked_on",
        detail: format!("somebody has worked on the case here; not taken over: {differing}"),
    })
}

fn imported(case: &PlannedCase, existing: Option<CaseId>, service: &str, stages: Vec<ImportedStage>) -> ImportedCase {
    ImportedCase {
        existing,
        service: service.to_owned(),
        channel: case.channel,
        unit: case.unit.clone(),
        submitted_at: case.submitted_at,
        due_at: case.due_at,
        closed_at: case.closed_at,
        state: case.state,
        outcome: case.outcome,
        stages,
        flags: words(&case.flags),
    }
}

fn words(flags: &[&str]) -> Vec<String> {
    flags.iter().map(ToString::to_string).collect()
}

/// The values of the case itself, as a digest.
fn fingerprint(case: &PlannedCase) -> String {
    let times = [Some(case.submitted_at), case.due_at, case.planned_end_at, case.closed_at];
    let text =
        format!("{:?}", (case.channel, &case.unit, &case.responsible, times, case.state, case.outcome, &case.flags));
    digest_hex(text.as_bytes())
}
