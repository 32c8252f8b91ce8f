//! Delivers the result to the client.

use super::act::{Tried, answer, at_case};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Act, Deliver};
use kernel::{Error, Result};
use web_kit::{Answer, Fields, Visit};

/// Delivers and leads back to the case.
pub async fn deliver(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let typed = TypedAct { channel: sent.text("channel").to_owned(), ..TypedAct::default() };
    let tried = Tried::new(&number, Act::Deliver, &sent, typed)?;
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried).await;
    answer(&visit, tried, outcome, "case-delivered").await
}

async fn keep(visit: &Visit, tried: &Tried) -> Result<()> {
    let unknown = |_| Error::invalid("form-has-errors").field("channel", "work-deliver-channel");
    let channel = tried.typed.channel.parse().map_err(unknown)?;
    let mut tx = visit.write().await?;
    cases::deliver(&mut tx, Deliver { number: tried.number.clone(), revision: tried.seen, channel }).await?;
    tx.commit().await
}
