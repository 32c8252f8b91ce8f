//! Units of work: a transaction carried as a value.

use crate::{Blobs, Conn, database::Shared, errors::Db as _};
use chrono::{DateTime, Utc};
use kernel::{Caller, Error, Ids, Result};
use sea_orm::{ActiveModelTrait, EntityName as _, EntityTrait, InsertMany, QueryTrait as _, UpdateMany};
use std::{ops::Deref, sync::Arc};

/// One consistent view of the database for one caller. A function that is given a `Read` cannot write: the database
/// refuses it.
#[derive(Debug)]
pub struct Read {
    conn: Conn,
    shared: Arc<Shared>,
    caller: Caller,
    now: DateTime<Utc>,
}

impl Read {
    pub(crate) fn new(conn: Conn, shared: Arc<Shared>, caller: Caller) -> Self {
        let now = shared.clock.now();
        Self { conn, shared, caller, now }
    }

    /// Who acts.
    #[must_use]
    pub const fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The instant of this unit of work, the same from its beginning to its end.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// What the queries of a module's `store/` run on.
    #[must_use]
    pub const fn conn(&self) -> &Conn {
        &self.conn
    }

    /// Stored files.
    #[must_use]
    pub fn blobs(&self) -> &Blobs {
        &self.shared.blobs
    }

    pub(crate) const fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }
}

/// A transaction that may change things. Dropping it rolls back; only the door that opened it commits.
#[derive(Debug)]
pub struct Write {
    read: Read,
    pub(crate) appended: usize,
}

impl Deref for Write {
    type Target = Read;

    fn deref(&self) -> &Read {
        &self.read
    }
}

impl Write {
    pub(crate) const fn new(read: Read) -> Self {
        Self { read, appended: 0 }
    }

    /// Where ids and secrets come from.
    #[must_use]
    pub fn ids(&self) -> &dyn Ids {
        &*self.read.shared.ids
    }

    /// Puts new rows into a table. They travel with the rows of other tables, at the latest before the next question
    /// of this unit of work or at its commit; a rule of the table that they break shows there.
    ///
    /// # Errors
    /// Those of rows that waited before and had to be sent first.
    pub async fn put<A: ActiveModelTrait>(&self, rows: InsertMany<A>) -> Result<()> {
        match &self.read.conn {
            Conn::Transaction(conn) => conn.put(A::Entity::default().table_name(), rows.into_query()).await.db(),
            Conn::Bare(_) => Err(without_transaction()),
        }
    }

    /// Changes the one row that is still as it was seen, and says whether it was: the filter names the row and what was
    /// seen of it. Two who saw the same may both have passed a check of what they read; the second waits here for the
    /// first to commit, finds nothing to change any more, and is to be told so.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn changed_one<E: EntityTrait>(&self, change: UpdateMany<E>) -> Result<bool> {
        Ok(change.exec(self.conn()).await.db()?.rows_affected == 1)
    }

    /// Acts as another caller from here on: a door that learns only inside who calls (sign-in), or the engine acting
    /// on a timer.
    pub fn act_as(&mut self, caller: Caller) {
        self.read.caller = caller;
    }

    /// Keeps everything, durably, and wakes the readers of the log.
    ///
    /// # Errors
    /// Unavailable when the database cannot keep it; then nothing was kept.
    pub async fn commit(self) -> Result<()> {
        match self.read.conn {
            Conn::Transaction(conn) => conn.commit().await.db()?,
            Conn::Bare(_) => return Err(without_transaction()),
        }
        if self.appended > 0 {
            self.read.shared.committed.notify_waiters();
        }
        metrics::counter!("durvis_events_appended_total").increment(self.appended as u64);
        Ok(())
    }
}

fn without_transaction() -> Error {
    Error::internal("write-without-transaction")
}
