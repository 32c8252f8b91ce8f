//! The database of one process: connections, clock, ids, files.

use crate::{
    Blobs, Conn, Read, Write, dialect, errors::Db as _, memo::Memo, numbers::Numbers, pool, transaction::Transaction,
};
use kernel::{Caller, Clock, Error, ErrorKind, Ids, RandomIds, Result, SystemClock};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, TransactionOptions};
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::Notify;

/// How often a command asks for the lock before it fails; each time it waits for ten seconds.
const PATIENT_ATTEMPTS: u32 = 6;
/// How long it rests before it asks again.
const PATIENT_REST: Duration = Duration::from_millis(500);

/// What is needed to open a database.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `sqlite://path/to/file.db` or `postgres://user@host/name`.
    pub url: String,
    /// Folder of stored files.
    pub blobs: PathBuf,
    /// Most connections that read, and on PostgreSQL as many that write.
    pub connections: u32,
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where ids and secrets come from.
    pub ids: Arc<dyn Ids>,
}

impl Settings {
    /// The machine's clock and randomness, 16 connections.
    #[must_use]
    pub fn new(url: impl Into<String>, blobs: impl Into<PathBuf>) -> Self {
        Self {
            url: url.into(),
            blobs: blobs.into(),
            connections: 16,
            clock: Arc::new(SystemClock),
            ids: Arc::new(RandomIds),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Shared {
    writers: DatabaseConnection,
    readers: DatabaseConnection,
    glances: DatabaseConnection,
    pub(crate) numbers: Numbers,
    pub(crate) blobs: Blobs,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn Ids>,
    pub(crate) committed: Notify,
    pub(crate) memo: Memo,
}

/// A cheap handle to the database of this process.
#[derive(Debug, Clone)]
pub struct Database(Arc<Shared>);

impl Database {
    /// Opens the database; an embedded one is made when it is missing. Tables are made by the crate `migrations`.
    ///
    /// # Errors
    /// Unavailable when it cannot be reached, internal when the files' folder cannot be made.
    #[expect(clippy::disallowed_methods, reason = "the one place that opens connections")]
    pub async fn connect(settings: Settings) -> Result<Self> {
        let connect = sea_orm::Database::connect;
        let writers = connect(dialect::writer_options(&settings.url, settings.connections)).await.db()?;
        let readers = connect(dialect::reader_options(&settings.url, settings.connections)).await.db()?;
        let glances = connect(dialect::glance_options(&settings.url)).await.db()?;
        let reserve = match dialect::is_sqlite(&settings.url) {
            true => writers.clone(),
            false => connect(dialect::writer_options(&settings.url, 2)).await.db()?,
        };
        Ok(Self(Arc::new(Shared {
            writers,
            readers,
            glances,
            numbers: Numbers::new(reserve),
            blobs: Blobs::open(&settings.blobs)?,
            clock: settings.clock,
            ids: settings.ids,
            committed: Notify::new(),
            memo: Memo::default(),
        })))
    }

    /// Begins to read: one consistent view for one caller.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn read(&self, caller: &Caller) -> Result<Read> {
        let conn = pool::begin(&self.0.readers, TransactionOptions::default()).await?;
        Ok(Read::new(Conn::Transaction(Transaction::new(conn)), Arc::clone(&self.0), caller.clone()))
    }

    /// Reads without a transaction: for one question, such as who a token stands for. Several questions would each see
    /// the latest state instead of the same one.
    #[must_use]
    pub fn glance(&self, caller: &Caller) -> Read {
        Read::new(Conn::Bare(self.0.glances.clone()), Arc::clone(&self.0), caller.clone())
    }

    /// Begins to write. Nothing is kept before [`Write::commit`].
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn write(&self, caller: &Caller) -> Result<Write> {
        let options = dialect::begin_write(self.0.writers.get_database_backend());
        let conn = pool::begin(&self.0.writers, options).await?;
        Ok(Write::new(Read::new(Conn::Transaction(Transaction::new(conn)), Arc::clone(&self.0), caller.clone())))
    }

    /// Begins to write as [`Self::write`] does, for commands beside a running platform: nobody sits at a screen and waits,
    /// so a database that is locked or starting again is asked several times before the command fails.
    ///
    /// # Errors
    /// Unavailable when the database could not be reached all that time.
    pub async fn write_patiently(&self, caller: &Caller) -> Result<Write> {
        for _ in 1..PATIENT_ATTEMPTS {
            match self.write(caller).await {
                Err(error) if error.kind() == ErrorKind::Unavailable => {
                    tracing::info!(%error, "waiting for the database");
                    tokio::time::sleep(PATIENT_REST).await;
                }
                begun => return begun,
            }
        }
        self.write(caller).await
    }

    /// Rests a moment between two of many units of work that write, so that another process gets its turn: an embedded
    /// database has one lock for all of them, and nobody queues for it. Whatever writes batch after batch calls it after
    /// each commit.
    pub async fn give_way(&self) {
        tokio::time::sleep(dialect::writers_rest(self.0.writers.get_database_backend())).await;
    }

    /// Stored files.
    #[must_use]
    pub fn blobs(&self) -> &Blobs {
        &self.0.blobs
    }

    /// Where time comes from.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    /// Where ids and secrets come from.
    #[must_use]
    pub fn ids(&self) -> &Arc<dyn Ids> {
        &self.0.ids
    }

    /// The connection that the crate `migrations` changes tables with.
    #[must_use]
    pub fn for_migrations(&self) -> &DatabaseConnection {
        &self.0.writers
    }

    /// Lets the log go on where it ended when it comes from another server: PostgreSQL counts transactions for itself, and
    /// in a server that a backup was restored into no reader would ever see an event. At each start; it changes nothing
    /// elsewhere. Says whether it was needed.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn continue_log(&self) -> Result<bool> {
        let tx = pool::begin(&self.0.writers, TransactionOptions::default()).await?;
        let continued = dialect::continue_numbers(&tx).await?;
        tx.commit().await.db()?;
        if continued {
            tracing::warn!("the log comes from another server: its numbers go on behind what it holds");
        }
        Ok(continued)
    }

    /// That the database takes changes: a server that follows another, or that was told to only read, does not.
    ///
    /// # Errors
    /// Unavailable when it does not, or cannot be reached.
    pub async fn takes_changes(&self) -> Result<()> {
        let Some(question) = dialect::only_reads(self.0.writers.get_database_backend()) else { return Ok(()) };
        let tx = pool::begin(&self.0.writers, TransactionOptions::default()).await?;
        let row = tx.query_one_raw(question).await.db()?;
        match row.map(|row| row.try_get::<bool>("", "only_reads")).transpose().db()? {
            Some(false) => Ok(()),
            _ => Err(Error::unavailable("database-unavailable").source("the server only reads")),
        }
    }

    /// Waits until this process commits a unit of work with events.
    pub async fn committed(&self) {
        self.0.committed.notified().await;
    }

    /// Closes the connections.
    ///
    /// # Errors
    /// Internal when the database refuses.
    pub async fn close(self) -> Result<()> {
        self.0.readers.close_by_ref().await.db()?;
        self.0.glances.close_by_ref().await.db()?;
        self.0.numbers.close().await?;
        self.0.writers.close_by_ref().await.db()
    }
}
