//! Drives readers and timers until told to stop.

use crate::{Reader, TimerHandler, run_reader, run_timers};
use std::{sync::Arc, time::Duration};
use storage::Database;
use tokio::{sync::watch, task::JoinSet};

/// Other processes' commits and due timers are noticed at the latest after this long, or after the rest of a reader that
/// rests longer; own commits sooner.
const POLL: Duration = Duration::from_millis(500);
/// Due timers are looked for so long after a commit of this process.
const TIMERS_REST: Duration = Duration::from_millis(250);

/// Drives readers and timers of one process.
#[derive(Default)]
pub struct Runner {
    readers: Vec<Arc<dyn Reader>>,
    handlers: Vec<Arc<dyn TimerHandler>>,
}

impl Runner {
    /// Adds a reader.
    #[must_use]
    pub fn reader(mut self, reader: Arc<dyn Reader>) -> Self {
        self.readers.push(reader);
        self
    }

    /// Adds a timer handler.
    #[must_use]
    pub fn timer(mut self, handler: Arc<dyn TimerHandler>) -> Self {
        self.handlers.push(handler);
        self
    }

    /// Runs until `stop` becomes true or its sender is gone. An unreachable database is waited for.
    pub async fn run(self, db: Database, stop: watch::Receiver<bool>) {
        let mut work: Vec<Work> = self.readers.into_iter().map(Work::Reader).collect();
        work.push(Work::Timers(self.handlers));
        let mut tasks = JoinSet::new();
        for work in work {
            tasks.spawn(repeat(db.clone(), stop.clone(), work));
        }
        while tasks.join_next().await.is_some() {}
    }
}

enum Work {
    Reader(Arc<dyn Reader>),
    Timers(Vec<Arc<dyn TimerHandler>>),
}

impl Work {
    /// How long after a commit it looks.
    fn rest(&self) -> Duration {
        match self {
            Self::Reader(reader) => reader.rest(),
            Self::Timers(_) => TIMERS_REST,
        }
    }
}

async fn repeat(db: Database, mut stop: watch::Receiver<bool>, work: Work) {
    let rest = work.rest();
    while !*stop.borrow() {
        let outcome = match &work {
            Work::Reader(reader) => run_reader(&db, reader).await,
            Work::Timers(handlers) => run_timers(&db, handlers).await,
        };
        if let Err(error) = outcome {
            tracing::warn!(%error, "waiting for the database");
        }
        // Whoever is told to stop does so at once, also while it rests after a commit.
        let due = async {
            tokio::select! {
                () = db.committed() => tokio::time::sleep(rest).await,
                () = tokio::time::sleep(POLL.max(rest)) => {}
            }
        };
        tokio::select! {
            () = due => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}
