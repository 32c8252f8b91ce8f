//! Quality control: rules, scores, links, checks.
mod acts;
mod arbitrary;
mod blocking;
mod checking;
mod content;
mod keeping;
mod linking;
mod overseeing;
mod plain;
mod rules;

use crate::quality::lists;
use crate::{QualityReader, QualityRebuild, RepealedAct, keep_quality_day, rebuild_quality};
use jobs::{Reader, run_reader};
use kernel::Caller;
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::Database;

/// Lets the reader digest everything that is new.
async fn read(db: &Database) {
    let reader: Arc<dyn Reader> = Arc::new(QualityReader);
    run_reader(db, &reader).await.unwrap();
}

/// What a recomputation says.
async fn checked(db: &Database) -> QualityRebuild {
    rebuild_quality(db, true).await.unwrap()
}

async fn end_of_day(db: &Database) {
    let mut tx = db.write(&Caller::engine()).await.unwrap();
    keep_quality_day(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// The acts that the platform's list begins with, as the rules get them.
fn starting_acts() -> Arc<BTreeMap<i64, RepealedAct>> {
    Arc::new(lists::starting_acts().into_iter().map(|act| (act.number, act)).collect())
}
