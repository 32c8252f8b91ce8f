//! A migrated database of its own for one test.

use chrono::{DateTime, Utc};
use kernel::{Caller, CountingIds, FixedClock};
use sea_orm::{ConnectionTrait as _, EntityTrait, QueryTrait as _, Select};
use std::{ops::Deref, path::Path, sync::Arc};
use storage::{Database, Read, Settings, Write};
use tempfile::TempDir;

use crate::prepared;

/// Ids below it belong to what was filled in beforehand.
const IDS_OF_FILLING: u64 = 1 << 32;

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
    pub async fn sqlite() -> Self {
        Self::copied("tables", 0, async |_| ()).await
    }

    /// A SQLite database with what `fill` puts in. That is done once in a run of the suite under this label, so it must
    /// depend on nothing else, and only rows are kept, no files. Ids of the test itself follow after all that `fill` may have
    /// used.
    ///
    /// # Panics
    /// When it cannot be made; a test cannot go on then.
    pub async fn filled(label: &str, fill: impl AsyncFnOnce(&Self)) -> Self {
        Self::copied(label, IDS_OF_FILLING, fill).await
    }

    /// An empty, migrated database in a PostgreSQL cluster.
    ///
    /// # Panics
    /// When it cannot be made; a test cannot go on then.
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub async fn postgres(cluster: &super::TestPostgres) -> Self {
        let url = cluster.fresh_database();
        Self::open(&url, tempfile::tempdir().expect("a temporary folder"), 0).await
    }

    #[expect(clippy::expect_used, reason = "a test stops here")]
    async fn copied(label: &str, used_ids: u64, fill: impl AsyncFnOnce(&Self)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let make = async |made: &Path| {
            let db = Self::open(&url_in(made), tempfile::tempdir_in(made).expect("a temporary folder"), 0).await;
            fill(&db).await;
            db.db.close().await.expect("all is written");
        };
        prepared(label, folder.path(), make).await;
        Self::open(&url_in(folder.path()), folder, used_ids).await
    }

    #[expect(clippy::expect_used, reason = "a test stops here")]
    async fn open(url: &str, folder: TempDir, used_ids: u64) -> Self {
        let start: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().expect("an instant");
        let clock = Arc::new(FixedClock::new(start));
        let settings = Settings {
            connections: 8,
            clock: Arc::clone(&clock) as Arc<dyn kernel::Clock>,
            ids: Arc::new(CountingIds::after(used_ids)),
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

fn url_in(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("test.db").display())
}
