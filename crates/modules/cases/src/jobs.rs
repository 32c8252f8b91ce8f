//! What happens to cases by itself.

use crate::{Act, Case, Desk, State, answer::go_on, change, deliver::close_now, events, store};
use async_trait::async_trait;
use kernel::{CaseId, Result};
use storage::{Timer, Write};

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

async fn due(tx: &mut Write, timer: &Timer) -> Result<Option<Case>> {
    store::by_id_for_update(tx, CaseId::new(timer.subject)).await
}
