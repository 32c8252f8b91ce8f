//! A migrated database of its own for one test.

use chrono::{DateTime, Utc};
use kernel::{Caller, CountingIds, FixedClock};
use sea_orm::{ConnectionTrait as _, EntityTrait, QueryTrait as _, Select};
use std::{ops::Deref, sync::Arc};
use storage::{Database, Read, Settings, Write};
use tempfile::TempDir;

/// A migrated database, a clock that stands at 2026-11-23 10:00 UTC (a Monday) and ids that count up.
#[derive(Debug)]
pub struct TestDb {
    db: Database,
    clock: Arc<FixedClock>,
    folder: TempDir,
}

impl Deref for TestDb {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.db
    }
}

impl TestDb {
    /// An empty, migrated SQLite database in a folder of its own.
    ///
    /// # Panics
    /// When it cannot be made; a test cannot go on then.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self::open(&url, folder).await
    }

    /// An empty, migrated database in a PostgreSQL cluster.
    ///
    /// # Panics
    /// When it cannot be made; a test cannot go on then.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn postgres(cluster: &super::TestPostgres) -> Self {
        let url = cluster.fresh_database();
        Self::open(&url, tempfile::tempdir().expect("a temporary folder")).await
    }

    #[expect(clippy::expect_used, reason = "a test stops here")]
    async fn open(url: &str, folder: TempDir) -> Self {
        let start: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().expect("an instant");
        let clock = Arc::new(FixedClock::new(start));
        let settings = Settings {
            connections: 8,
            clock: Arc::clone(&clock) as Arc<dyn kernel::Clock>,
            ids: Arc::new(CountingIds::default()),
            ..Settings::new(url, folder.path().join("blobs"))
        };
        let db = Database::connect(settings).await.expect("a database");
        migrations::up(db.for_migrations()).await.expect("tables");
        Self { db, clock, folder }
    }

    /// The clock, to move it.
    #[must_use]
    pub fn test_clock(&self) -> &FixedClock {
        &self.clock
    }

    /// A folder for the test's files.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Begins to read.
    ///
    /// # Panics
    /// When the database does not answer.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn reading(&self, caller: &Caller) -> Read {
        self.db.read(caller).await.expect("a read")
    }

    /// How SQLite goes about a query, a step a line: `SEARCH` by an index, with what of the condition it finds the place,
    /// `SCAN` of everything, `TEMP B-TREE` to sort.
    ///
    /// # Panics
    /// When the database does not answer, or is no SQLite.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn plan<E: EntityTrait>(&self, query: Select<E>) -> String {
        let conn = self.db.for_migrations();
        let mut statement = query.build(conn.get_database_backend());
        statement.sql.insert_str(0, "EXPLAIN QUERY PLAN ");
        let steps = conn.query_all_raw(statement).await.expect("a plan");
        let step = |row: &sea_orm::QueryResult| row.try_get::<String>("", "detail").expect("a step in words");
        steps.iter().map(step).collect::<Vec<_>>().join("\n")
    }

    /// Begins to write.
    ///
    /// # Panics
    /// When the database does not answer.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn writing(&self, caller: &Caller) -> Write {
        self.db.write(caller).await.expect("a write")
    }
}
