//! Who listens to what: every reader of the log and every timer, in one list. Calls go down, events go up.
use std::pin::Pin;
use std::sync::Arc;

use jobs::{Runner, TimerHandler};
use kernel::Result;
use storage::{Timer, Write};
use uuid::Uuid;

use crate::app::Parts;

/// Everything that runs beside the doors.
pub fn runner(_parts: &Parts) -> Runner {
    Runner::default()
        .timer(timer(documents::PURGE_TIMER, |tx, id| Box::pin(documents::purge(tx, id))))
        .timer(timer(forms::EXPIRE_TIMER, |tx, id| Box::pin(forms::expire(tx, id))))
}

type Work = for<'a> fn(&'a mut Write, Uuid) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A timer whose work is one use case that takes the subject.
struct UseCase {
    kind: &'static str,
    work: Work,
}

fn timer(kind: &'static str, work: Work) -> Arc<dyn TimerHandler> {
    Arc::new(UseCase { kind, work })
}

#[async_trait::async_trait]
impl TimerHandler for UseCase {
    fn kind(&self) -> &'static str {
        self.kind
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        (self.work)(tx, timer.subject).await
    }
}
