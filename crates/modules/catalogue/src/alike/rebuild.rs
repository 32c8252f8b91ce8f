//! `durvis rebuild similar`: compares all services anew.

use super::Told;
use super::learn::learn;
use crate::quality;
use crate::store::{services, similar as rows};
use kernel::{Caller, Result, ServiceId};
use storage::Database;
use uuid::Uuid;

/// How many services are compared in one unit of work: few, because others wait for it to end.
const BATCH: u64 = 50;

/// What a rebuild did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RebuildReport {
    /// Services looked at.
    pub services: u64,
    /// Pairs that are alike, decided ones included.
    pub pairs: u64,
}

/// Forgets all comparisons, keeps what people have decided, and compares every open service in the order of codes, a few
/// at a time with rests between: others can write meanwhile. The live reader makes the same comparisons.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild_similar(db: &Database, mut progress: impl FnMut(u64) + Send) -> Result<RebuildReport> {
    let tx = db.write_patiently(&Caller::engine()).await?;
    let told = Told::all(&tx).await?;
    rows::forget_all(&tx).await?;
    tx.commit().await?;
    db.give_way().await;
    let mut report = RebuildReport::default();
    let mut number = i64::MIN;
    loop {
        let tx = db.write_patiently(&Caller::engine()).await?;
        let batch = services::after_number(&tx, number, BATCH).await?;
        let Some(last) = batch.last() else { break };
        number = last.number;
        let ids: Vec<ServiceId> = batch.iter().map(|row| ServiceId::new(row.id)).collect();
        learn(&tx, &ids).await?;
        tx.commit().await?;
        db.give_way().await;
        report.services += ids.len() as u64;
        progress(report.services);
    }
    tell(db, &told).await?;
    report.pairs = rows::count(&db.read(&Caller::engine()).await?).await?;
    Ok(report)
}

/// Judges the services again of which quality control is told something else now.
async fn tell(db: &Database, before: &Told) -> Result<()> {
    let now = Told::all(&db.read(&Caller::engine()).await?).await?;
    let differing: Vec<Uuid> = before.differing(&now).into_iter().collect();
    for some in differing.chunks(usize::try_from(BATCH).unwrap_or(usize::MAX)) {
        let mut tx = db.write_patiently(&Caller::engine()).await?;
        quality::refresh(&mut tx, some.to_vec()).await?;
        tx.commit().await?;
        db.give_way().await;
    }
    Ok(())
}
