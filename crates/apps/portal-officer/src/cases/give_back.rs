//! Gives a case back to the queue.

use super::act::{Tried, answer, at_case};
use super::page::TypedAct;
use axum::extract::Path;
use cases::Act;
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// Gives it back; the case stays in sight, for somebody else to take.
pub async fn give_back(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let tried = Tried::new(&number, Act::GiveBack, &sent, TypedAct::default())?;
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried).await;
    answer(&visit, tried, outcome, "case-given-back").await
}

async fn keep(visit: &Visit, tried: &Tried) -> Result<()> {
    let mut tx = visit.write().await?;
    cases::give_back(&mut tx, &tried.number, tried.seen).await?;
    tx.commit().await
}
