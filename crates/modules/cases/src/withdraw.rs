//! The client takes a request back.

use crate::{Act, Action, Case, CaseNumber, change, events};
use kernel::{Channel, Result};
use storage::{NewEvent, Write};

/// Withdraws a case that is not decided yet. `revision` is what the client has seen, where the door knows it.
///
/// # Errors
/// Not found for a foreign case; conflict when it is decided or over; stale when it changed meanwhile.
pub async fn withdraw(tx: &mut Write, number: &CaseNumber, revision: Option<i64>) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::ActAsClient, revision).await?;
    let fact = withdraw_now(tx, &mut case).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// An officer registers that the client took the request back another way: by post, by phone, in person (CSS-03).
///
/// # Errors
/// As [`withdraw`]; forbidden for a client.
pub async fn withdraw_received(tx: &mut Write, number: &CaseNumber, revision: i64, channel: Channel) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::Handle, Some(revision)).await?;
    let fact = withdraw_now(tx, &mut case).await?;
    change::keep(tx, &mut case, vec![fact.channel(channel)]).await
}

/// Withdraws a case that the caller has loaded and may withdraw; the case is to be kept with the fact.
pub async fn withdraw_now(tx: &mut Write, case: &mut Case) -> Result<NewEvent> {
    case.advance(Act::Withdraw)?;
    case.assignee = None;
    for timer in [change::OVERDUE, change::ANSWER_LATE] {
        tx.cancel_timer(timer, case.id.uuid()).await?;
    }
    events::withdrawn(case)
}
