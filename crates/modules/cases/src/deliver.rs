//! The result goes to the client, and the case ends.

use crate::{Act, Action, Case, CaseNumber, change, events};
use chrono::TimeDelta;
use kernel::{Channel, Result};
use storage::Write;

/// A delivered case closes by itself after this time, unless somebody closes it before.
const CLOSES_AFTER: TimeDelta = TimeDelta::days(30);

/// A delivery.
#[derive(Debug, Clone)]
pub struct Deliver {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the officer has seen.
    pub revision: i64,
    /// By which channel the client gets it (CSS-13).
    pub channel: Channel,
}

/// Delivers the result: from now on the client sees it (ACC-26).
///
/// # Errors
/// Conflict when the case is not decided; stale when it changed meanwhile.
pub async fn deliver(tx: &mut Write, input: Deliver) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::Handle, Some(input.revision)).await?;
    case.advance(Act::Deliver)?;
    case.receipt_channel = Some(input.channel);
    case.assignee = None;
    tx.schedule(change::CLOSE_DELIVERED, case.id.uuid(), tx.now() + CLOSES_AFTER).await?;
    let fact = events::delivered(&case, input.channel)?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// Closes a delivered case.
///
/// # Errors
/// Conflict when it is not delivered; stale when it changed meanwhile.
pub async fn close(tx: &mut Write, number: &CaseNumber, revision: i64) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::Handle, Some(revision)).await?;
    tx.cancel_timer(change::CLOSE_DELIVERED, case.id.uuid()).await?;
    close_now(tx, &mut case).await
}

/// Closes a case that the caller has loaded and may close.
pub async fn close_now(tx: &mut Write, case: &mut Case) -> Result<()> {
    case.advance(Act::Close)?;
    let fact = events::closed(case)?;
    change::keep(tx, case, vec![fact]).await
}
