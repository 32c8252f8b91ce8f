//! Closes a delivered case.

use super::act::{Tried, answer, at_case};
use super::page::TypedAct;
use axum::extract::Path;
use cases::Act;
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// Closes and leads back to the case.
pub async fn close(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let tried = Tried::new(&number, Act::Close, &sent, TypedAct::default())?;
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried).await;
    answer(&visit, tried, outcome, "case-closed").await
}

async fn keep(visit: &Visit, tried: &Tried) -> Result<()> {
    let mut tx = visit.write().await?;
    cases::close(&mut tx, &tried.number, tried.seen).await?;
    tx.commit().await
}
