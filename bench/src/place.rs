//! Where one database's measurements happen: its folder, its URL, and a second, equal database for the bare SQL.
use std::path::{Path, PathBuf};

use storage::{Database, Settings};
use tempfile::TempDir;
use test_support::TestPostgres;

use crate::Failure;
use crate::report::Report;
use crate::server::Server;

/// The data that outlive every server of one run.
pub struct Place {
    /// `sqlite` or `postgres`.
    pub db: &'static str,
    binary: PathBuf,
    folder: TempDir,
    cluster: Option<(TestPostgres, String)>,
}

impl Place {
    /// Embedded, in a new folder.
    pub fn sqlite(binary: &Path) -> Result<Self, Failure> {
        Ok(Self { db: "sqlite", binary: binary.to_owned(), folder: tempfile::tempdir()?, cluster: None })
    }

    /// In a PostgreSQL of its own, with that program's own settings.
    pub fn postgres(binary: &Path) -> Result<Self, Failure> {
        let cluster = TestPostgres::start();
        let url = cluster.fresh_database();
        Ok(Self { cluster: Some((cluster, url)), db: "postgres", ..Self::sqlite(binary)? })
    }

    /// Starts the server on it.
    pub async fn serve(&self) -> Result<Server, Failure> {
        let url = self.cluster.as_ref().map(|(_, url)| url.as_str());
        Ok(Server::start(&self.binary, self.folder.path(), url).await?)
    }

    /// The server's database, opened beside it.
    pub async fn database(&self) -> Result<Database, Failure> {
        let url = match &self.cluster {
            Some((_, url)) => url.clone(),
            None => self.sqlite_url("durvis.db"),
        };
        self.open(url).await
    }

    /// The folder of its data.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A new one with the same tables and nothing in them.
    pub async fn bare_database(&self) -> Result<Database, Failure> {
        let url = match &self.cluster {
            Some((cluster, _)) => cluster.fresh_database(),
            None => self.sqlite_url("bare.db"),
        };
        let db = self.open(url).await?;
        migrations::up(db.for_migrations()).await?;
        Ok(db)
    }

    async fn open(&self, url: String) -> Result<Database, Failure> {
        Ok(Database::connect(Settings::new(url, self.folder.path().join("files"))).await?)
    }

    fn sqlite_url(&self, file: &str) -> String {
        format!("sqlite://{}", self.folder.path().join(file).display())
    }

    /// Resident memory of a server on this place, a second after its start.
    pub async fn resident_when_idle(&self, name: &str, report: &mut Report) -> Result<(), Failure> {
        let server = self.serve().await?;
        report.add(&format!("start/{name}"), self.db, server.start.as_secs_f64() * 1000.0, "ms")?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        report.add(&format!("resident/{name}"), self.db, server.resident()?, "MiB")?;
        Ok(server.stop()?)
    }
}
