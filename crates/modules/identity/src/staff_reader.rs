//! The reader of the log that keeps the directory of staff in step with roles that are given and taken, and the
//! directory made anew.

use crate::staff_directory::list_again;
use crate::store::staff_words;
use async_trait::async_trait;
use institutions::{MEMBERSHIP_ADDED, MEMBERSHIP_REVOKED};
use jobs::{Reader, run_reader};
use kernel::{Caller, PersonId, Result};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use storage::{Database, Event, LogPosition, Write};

/// Name of the reader's cursor. Under another name it read the log before the directory was in the order of names.
const READER: &str = "staff_directory";

/// Puts people into the directory when they get a role, and takes them out.
#[derive(Debug, Clone, Copy, Default)]
pub struct StaffReader;

#[async_trait]
impl Reader for StaffReader {
    fn name(&self) -> &'static str {
        READER
    }

    fn kinds(&self) -> &'static [&'static str] {
        &[MEMBERSHIP_ADDED, MEMBERSHIP_REVOKED]
    }

    fn rest(&self) -> Duration {
        Duration::from_secs(2)
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        self.handle_all(tx, &[event]).await
    }

    /// It looks at what people are now, so that an event that comes again does no harm.
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        let people =
            events.iter().map(|event| institutions::person_of(event)).collect::<Result<BTreeSet<PersonId>>>()?;
        for person in people {
            list_again(tx, person).await?;
        }
        Ok(())
    }
}

/// Makes the directory of staff anew from the log; returns how many roles it holds. Where the platform runs, its reader
/// may still be at it when this returns.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild_staff(db: &Database) -> Result<u64> {
    let mut tx = db.write_patiently(&Caller::engine()).await?;
    staff_words::clear(&tx).await?;
    tx.move_reader(READER, LogPosition::default()).await?;
    tx.commit().await?;
    let reader: Arc<dyn Reader> = Arc::new(StaffReader);
    run_reader(db, &reader).await?;
    staff_words::count(&db.read(&Caller::engine()).await?).await
}
