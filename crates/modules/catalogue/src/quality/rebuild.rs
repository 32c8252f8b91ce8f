//! `durvis rebuild quality [--check]`: judges every service again and compares.

use super::keep::{QUALITY_READER, describe, evaluate, is_same, judge};
use crate::store::quality::{holders, scores};
use crate::store::services;
use kernel::{Caller, Result};
use std::collections::BTreeMap;
use storage::{Database, Read, head_of_log, reader_states};
use uuid::Uuid;

/// Services judged in one unit of work: few, because others wait for it to end.
const BATCH: u64 = 50;

/// What a rebuild found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QualityRebuild {
    /// Services judged.
    pub services: u64,
    /// Services whose kept score or findings were not what the rules say.
    pub differing: Vec<QualityDifference>,
    /// Holders whose sums were not those of their services.
    pub holders_differing: u64,
    /// Whether events wait for the reader: then differences are no defect yet.
    pub behind: bool,
}

impl QualityRebuild {
    /// Whether everything was as it should be.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.differing.is_empty() && self.holders_differing == 0
    }
}

/// A service whose kept score or findings were wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QualityDifference {
    /// Its code.
    pub code: String,
    /// The score that was kept, if any.
    pub stored: Option<i32>,
    /// The score by the rules.
    pub computed: i32,
}

/// Judges every service by its present description. With `check_only` it changes nothing; else it puts right what
/// differs, in short units of work with rests between them, while the platform may be running and writes as well.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild_quality(db: &Database, check_only: bool) -> Result<QualityRebuild> {
    let mut report = QualityRebuild { behind: is_behind(db).await?, ..QualityRebuild::default() };
    let mut sums = BTreeMap::new();
    let mut number = 0;
    loop {
        let differing;
        let count;
        if check_only {
            let tx = db.read(&Caller::engine()).await?;
            let rows = services::after_number(&tx, number, BATCH).await?;
            let new = evaluate(&tx, &describe(&tx, &rows).await?).await?;
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let mut old: BTreeMap<Uuid, _> =
                scores::of_services(&tx, &ids).await?.into_iter().map(|row| (row.service, row)).collect();
            new.iter().for_each(|(row, _)| holders::count(&mut sums, row, 1));
            let compared = new.into_iter().map(|(row, _)| (old.remove(&row.service), row));
            differing =
                compared.filter(|(old, row)| !old.as_ref().is_some_and(|old| is_same(old, row))).collect::<Vec<_>>();
            (count, number) = (rows.len(), rows.last().map_or(number, |row| row.number));
        } else {
            let mut tx = db.write_patiently(&Caller::engine()).await?;
            tx.lock_reader(QUALITY_READER).await?;
            let rows = services::after_number(&tx, number, BATCH).await?;
            differing = judge(&tx, &rows).await?.differing;
            (count, number) = (rows.len(), rows.last().map_or(number, |row| row.number));
            tx.commit().await?;
            db.give_way().await;
        }
        if count == 0 {
            break;
        }
        report.services += count as u64;
        report.differing.extend(differing.into_iter().map(|(old, row)| QualityDifference {
            code: row.number.to_string(),
            stored: old.map(|old| old.score),
            computed: row.score,
        }));
    }
    report.holders_differing = if check_only {
        differing_sums(&db.read(&Caller::engine()).await?, &sums).await?
    } else {
        replace_sums(db).await?
    };
    Ok(report)
}

async fn is_behind(db: &Database) -> Result<bool> {
    let tx = db.read(&Caller::engine()).await?;
    let states = reader_states(&tx).await?;
    let at = states.into_iter().find(|state| state.name == QUALITY_READER).map(|state| state.at).unwrap_or_default();
    Ok(at < head_of_log(&tx).await?)
}

/// Adds the kept rows up anew and puts the sums in the place of those that are there.
///
/// It looks first without a lock: the sums mostly are right, and adding up all services would hold up who writes.
async fn replace_sums(db: &Database) -> Result<u64> {
    let tx = db.read(&Caller::engine()).await?;
    let differing = differing_sums(&tx, &summed(&tx).await?).await?;
    drop(tx);
    if differing == 0 {
        return Ok(0);
    }
    let mut tx = db.write_patiently(&Caller::engine()).await?;
    tx.lock_reader(QUALITY_READER).await?;
    let sums = summed(&tx).await?;
    let differing = differing_sums(&tx, &sums).await?;
    if differing > 0 {
        holders::replace_all(&tx, sums).await?;
        tx.commit().await?;
    }
    Ok(differing)
}

/// The kept rows of all services, added up by holder.
async fn summed(tx: &Read) -> Result<BTreeMap<Uuid, holders::Sums>> {
    let mut sums = BTreeMap::new();
    let mut last = None;
    loop {
        let rows = scores::after(tx, last, 1_000).await?;
        rows.iter().for_each(|row| holders::count(&mut sums, row, 1));
        match rows.last() {
            Some(row) => last = Some(row.service),
            None => return Ok(sums),
        }
    }
}

/// How many holders have other sums than `sums`; no row and nothing counted is the same.
async fn differing_sums(tx: &Read, sums: &BTreeMap<Uuid, holders::Sums>) -> Result<u64> {
    let mut left = sums.clone();
    let (mut differing, mut last) = (0, None);
    loop {
        let rows = holders::after(tx, last, 1_000).await?;
        for row in &rows {
            let computed = left.remove(&row.holder).unwrap_or_else(|| holders::none(row.holder));
            differing += u64::from(computed != *row);
        }
        match rows.last() {
            Some(row) => last = Some(row.holder),
            None => break,
        }
    }
    Ok(differing + left.into_values().filter(|sums| *sums != holders::none(sums.holder)).count() as u64)
}
