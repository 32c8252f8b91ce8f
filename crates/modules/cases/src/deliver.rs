//! The result goes to the client, and the case ends.

use crate::{Act, Action, Case, CaseNumber, change, events};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Channel, Result};
use storage::{NewEvent, Write};

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
    let at = tx.now();
    let fact = deliver_now(tx, &mut case, input.channel, at).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// Delivers a case that the caller has loaded and may deliver; the case is to be kept with the fact. The client has the
/// result since `at`; from then on counts the time after which the case closes by itself.
pub async fn deliver_now(tx: &mut Write, case: &mut Case, channel: Channel, at: DateTime<Utc>) -> Result<NewEvent> {
    case.advance(Act::Deliver)?;
    case.receipt_channel = Some(channel);
    case.assignee = None;
    tx.schedule(change::CLOSE_DELIVERED, case.id.uuid(), at + CLOSES_AFTER).await?;
    events::delivered(case, channel)
}

/// Closes a delivered case.
///
/// # Errors
/// Conflict when it is not delivered; stale when it changed meanwhile.
pub async fn close(tx: &mut Write, number: &CaseNumber, revision: i64) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::Handle, Some(revision)).await?;
    let fact = close_now(tx, &mut case).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// Closes a case that the caller has loaded and may close; the case is to be kept with the fact.
pub async fn close_now(tx: &mut Write, case: &mut Case) -> Result<NewEvent> {
    case.advance(Act::Close)?;
    tx.cancel_timer(change::CLOSE_DELIVERED, case.id.uuid()).await?;
    events::closed(case)
}
