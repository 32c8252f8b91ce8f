//! Registers that the client took the request back another way: by post, by phone, in person.

use super::act::{Tried, answer, at_case};
use super::fields::channel;
use super::page::TypedAct;
use axum::extract::Path;
use cases::Act;
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// Withdraws the case and leads back to it.
pub async fn withdraw(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let typed = TypedAct { withdrawn_by: sent.text("withdrawn-by").to_owned(), ..TypedAct::default() };
    let tried = Tried::new(&number, Act::Withdraw, &sent, typed)?;
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried).await;
    answer(&visit, tried, outcome, "case-withdrawn").await
}

async fn keep(visit: &Visit, tried: &Tried) -> Result<()> {
    let channel = channel("withdrawn-by", &tried.typed.withdrawn_by)?;
    let mut tx = visit.write().await?;
    cases::withdraw_received(&mut tx, &tried.number, tried.seen, channel).await?;
    tx.commit().await
}
