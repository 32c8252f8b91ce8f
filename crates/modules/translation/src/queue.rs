//! What waits to be translated: filled by a reader of the log, emptied by the process that asks the engine.

use crate::{Subject, store};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use jobs::Reader;
use kernel::{Caller, Error, Result, Role};
use storage::{Event, Read, Write};

/// Puts the subjects of some events into the queue.
#[derive(Debug, Clone)]
pub struct TranslationReader {
    wants: &'static [&'static str],
}

impl TranslationReader {
    /// For these kinds of events; their stream is the subject.
    #[must_use]
    pub const fn new(wants: &'static [&'static str]) -> Self {
        Self { wants }
    }
}

#[async_trait]
impl Reader for TranslationReader {
    fn name(&self) -> &'static str {
        "translation"
    }

    fn kinds(&self) -> &'static [&'static str] {
        self.wants
    }

    fn rest(&self) -> std::time::Duration {
        std::time::Duration::from_secs(2)
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        store::enqueue(tx, &Subject { kind: event.stream.kind.clone(), id: event.stream.id }).await
    }
}

/// A subject in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What waits.
    pub subject: Subject,
    /// Since when; it tells this time in the queue from a later one.
    pub(crate) since: DateTime<Utc>,
}

/// What has waited longest; none when nothing waits.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn next_subject(tx: &Read) -> Result<Option<Waiting>> {
    platform(tx.caller())?;
    store::first(tx).await
}

/// Its texts are translated. One that came into the queue again meanwhile stays there: it has other texts now.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn done(tx: &mut Write, waiting: &Waiting) -> Result<()> {
    platform(tx.caller())?;
    store::remove(tx, waiting).await
}

/// The engine could not be asked: the subject goes to the end of the queue.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn put_off(tx: &mut Write, subject: &Subject) -> Result<()> {
    platform(tx.caller())?;
    store::enqueue(tx, subject).await
}

/// Only the platform itself writes here.
pub(crate) fn platform(caller: &Caller) -> Result<()> {
    if caller.role == Role::Engine { Ok(()) } else { Err(Error::forbidden("role-not-allowed")) }
}
