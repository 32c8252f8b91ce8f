//! What happens to cases by itself.

use crate::{Act, Case, Desk, State, answer::go_on, change, deliver::close_now, events, store};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{CaseId, Result};
use storage::{Timer, Write};

/// A case that somebody holds is looked at again after this long.
const AGAIN: TimeDelta = TimeDelta::seconds(1);

/// The due time of a case passed: counts as a delay, once (DEL-03, REG-12).
#[derive(Debug)]
pub struct Overdue;

/// The client did not answer in time: the case goes back to the officer, who decides with what there is.
#[derive(Debug)]
pub struct AnswerLate;

/// A delivered case ends.
#[derive(Debug)]
pub struct CloseDelivered;

#[async_trait]
impl jobs::TimerHandler for Overdue {
    fn kind(&self) -> &'static str {
        change::OVERDUE
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        let Some(mut case) = due(tx, timer).await? else { return Ok(()) };
        if case.overdue || !case.state.is_undecided() || case.desk() != Desk::Office {
            return Ok(());
        }
        case.overdue = true;
        let fact = events::overdue(&case)?;
        change::keep(tx, &mut case, vec![fact]).await
    }
}

#[async_trait]
impl jobs::TimerHandler for AnswerLate {
    fn kind(&self) -> &'static str {
        change::ANSWER_LATE
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        let Some(mut case) = due(tx, timer).await? else { return Ok(()) };
        if case.state != State::WaitingForClient {
            return Ok(());
        }
        case.advance(Act::Answer)?;
        store::end_request(tx, case.id, None).await?;
        go_on(tx, &mut case).await?;
        let fact = events::answer_time_over(&case)?;
        change::keep(tx, &mut case, vec![fact]).await
    }
}

#[async_trait]
impl jobs::TimerHandler for CloseDelivered {
    fn kind(&self) -> &'static str {
        change::CLOSE_DELIVERED
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        let Some(mut case) = due(tx, timer).await? else { return Ok(()) };
        if case.state != State::Delivered {
            return Ok(());
        }
        let fact = close_now(tx, &mut case).await?;
        change::keep(tx, &mut case, vec![fact]).await
    }
}

/// The case of a timer. Whoever changes a case holds it and then asks for its timers, and this timer is held already: to
/// wait for the case would be to wait for each other. While somebody holds it the timer is set for a moment later.
async fn due(tx: &mut Write, timer: &Timer) -> Result<Option<Case>> {
    let id = CaseId::new(timer.subject);
    let case = store::free_by_id_for_update(tx, id).await?;
    if case.is_none() && store::number_of(tx, id).await?.is_some() {
        let later = tx.now() + AGAIN;
        tx.schedule(&timer.kind, timer.subject, later).await?;
    }
    Ok(case)
}
