//! Timers: one pass over what is due.

use crate::caught::caught;
use async_trait::async_trait;
use kernel::{Caller, Result};
use std::sync::Arc;
use storage::{Database, Timer, Write};

/// Does what is due.
#[async_trait]
pub trait TimerHandler: Send + Sync {
    /// The kind of timer it answers: `case.overdue`.
    fn kind(&self) -> &'static str;

    /// Does it, in a unit of work that also removes the timer; it may set the timer anew.
    ///
    /// # Errors
    /// Any error makes the timer come again later.
    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()>;
}

/// Does everything that is due; returns how many timers were done.
///
/// # Errors
/// Unavailable when the database cannot be reached; failures of a handler are noted, not returned.
pub async fn run_timers(db: &Database, handlers: &[Arc<dyn TimerHandler>]) -> Result<usize> {
    let kinds: Vec<&str> = handlers.iter().map(|handler| handler.kind()).collect();
    let mut done = 0;
    while db.read(&Caller::engine()).await?.timer_due(&kinds).await? {
        let mut tx = db.write(&Caller::engine()).await?;
        let Some(timer) = tx.claim_timer(&kinds).await? else { break };
        let Some(handler) = handlers.iter().find(|handler| handler.kind() == timer.kind) else { break };
        tx.cancel_timer(&timer.kind, timer.subject).await?;
        // Rows that wait are refused with the commit: that is a failure of this timer, and not of the database.
        let outcome = match caught(handler.fire(&mut tx, &timer)).await {
            Ok(()) => tx.commit().await,
            Err(error) => {
                drop(tx);
                Err(error)
            }
        };
        match outcome {
            Ok(()) => done += 1,
            Err(error) => {
                let mut tx = db.write(&Caller::engine()).await?;
                tx.timer_failed(&timer, &error).await?;
                tx.commit().await?;
            }
        }
    }
    Ok(done)
}
