//! `durvis rebuild similar`: compares all services anew.

use super::learn::learn;
use crate::store::{services, similar as rows};
use kernel::{Caller, Result, ServiceId};
use storage::Database;

/// How many services are compared in one unit of work.
const BATCH: u64 = 200;

/// What a rebuild did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RebuildReport {
    /// Services looked at.
    pub services: u64,
    /// Pairs that are alike, decided ones included.
    pub pairs: u64,
}

/// Forgets all comparisons, keeps what people have decided, and compares every open service in the order of codes, a few
/// hundred at a time: others can write meanwhile. The live reader makes the same comparisons.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild_similar(db: &Database, mut progress: impl FnMut(u64) + Send) -> Result<RebuildReport> {
    let tx = db.write(&Caller::engine()).await?;
    rows::forget_all(&tx).await?;
    tx.commit().await?;
    let mut report = RebuildReport::default();
    let mut number = i64::MIN;
    loop {
        let tx = db.write(&Caller::engine()).await?;
        let batch = services::after_number(&tx, number, BATCH).await?;
        let Some(last) = batch.last() else { break };
        number = last.number;
        let ids: Vec<ServiceId> = batch.iter().map(|row| ServiceId::new(row.id)).collect();
        learn(&tx, &ids).await?;
        tx.commit().await?;
        report.services += ids.len() as u64;
        progress(report.services);
    }
    report.pairs = rows::count(&db.read(&Caller::engine()).await?).await?;
    Ok(report)
}
