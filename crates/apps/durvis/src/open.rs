//! From options and configuration to an open database.
use std::path::PathBuf;
use std::time::Duration;

use config::{Config, Secret, Sources};
use kernel::Error;
use storage::{Database, Settings};
use tokio::net::TcpStream;

use crate::cli::Place;
use crate::failure::Failure;

/// What the demonstration takes for keys that nobody sets: everybody who tries it, scripts of load too, sits behind one
/// address.
const DEMONSTRATION: [(&str, &str); 2] = [("rate_limit.per_second", "10000"), ("rate_limit.burst", "100000")];

/// Reads the configuration; options of the command line win.
pub fn configuration(place: &Place, listen: Option<&str>) -> Result<Config, Failure> {
    loaded(&sources(place, listen))
}

/// Reads the configuration of the demonstration.
pub fn demonstration(place: &Place, listen: Option<&str>) -> Result<Config, Failure> {
    loaded(&of_demonstration(sources(place, listen)))
}

/// An address of no known kind is refused here: what opens databases would tell all of it, with its password.
fn loaded(sources: &Sources) -> Result<Config, Failure> {
    let config = config::load(sources)?;
    match &config.database.url {
        Some(url) if !is_of_known_kind(url.reveal()) => Err(Failure::address(&shown(url.reveal()))),
        _ => Ok(config),
    }
}

fn is_of_known_kind(url: &str) -> bool {
    ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme))
}

/// The same sources with the defaults of the demonstration.
pub fn of_demonstration(sources: Sources) -> Sources {
    Sources { defaults: DEMONSTRATION.map(|(key, value)| (key, value.to_owned())).to_vec(), ..sources }
}

fn sources(place: &Place, listen: Option<&str>) -> Sources {
    let mut overrides = Vec::new();
    if let Some(folder) = &place.data_dir {
        overrides.push(("storage.data_dir", folder.display().to_string()));
    }
    if let Some(url) = &place.database {
        overrides.push(("database.url", url.clone()));
    }
    if let Some(listen) = listen {
        overrides.push(("server.listen", listen.to_owned()));
    }
    Sources::process(place.config.clone(), overrides)
}

/// Whether the database is the embedded one.
pub fn is_embedded(config: &Config) -> bool {
    config.database.url.as_ref().is_none_or(|url| url.reveal().starts_with("sqlite:"))
}

/// The address of the database: the embedded one in the data folder unless another is set.
pub fn database_url(config: &Config) -> Secret {
    let embedded = || Secret::new(format!("sqlite://{}", config.storage.data_dir.join("durvis.db").display()));
    config.database.url.clone().unwrap_or_else(embedded)
}

/// The folder of stored files.
pub fn files_folder(config: &Config) -> PathBuf {
    config.storage.data_dir.join("files")
}

/// Opens the database; an embedded one is made when it is missing. One that cannot be opened leaves no new folder behind.
pub async fn database(config: &Config) -> Result<Database, Failure> {
    let (folder, url) = (&config.storage.data_dir, database_url(config));
    let refused = |error: Error| Failure::database(&shown(url.reveal()), &error);
    reach(&url, config.database.connect).await.map_err(refused)?;
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder)
        .map_err(|e| Failure { code: 3, text: format!("the data folder {} cannot be made: {e}", folder.display()) })?;
    connect(config, &url, files_folder(config)).await.map_err(|error| {
        if is_new {
            // Only when it is empty: what is in it may be of use.
            let _ = std::fs::remove_dir(folder);
        }
        refused(error)
    })
}

/// Opens the database at an address, with a folder of stored files; makes what of the two is missing.
///
/// # Errors
/// Unavailable when it does not answer in time or cannot be used.
pub async fn connect(config: &Config, url: &Secret, files: PathBuf) -> kernel::Result<Database> {
    reach(url, config.database.connect).await?;
    let settings = Settings { connections: config.database.connections, ..Settings::new(url.reveal(), files) };
    let opened = tokio::time::timeout(config.database.connect, Database::connect(settings)).await;
    opened.unwrap_or_else(|_| Err(Error::unavailable("database-unavailable")))
}

/// Knocks at a database server first: a refused connection is told at once and in plain words.
async fn reach(url: &Secret, wait: Duration) -> kernel::Result<()> {
    let Some(address) = server_of(url.reveal()) else { return Ok(()) };
    match tokio::time::timeout(wait, TcpStream::connect(&address)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(Error::unavailable("database-unavailable").source(error)),
        Err(_) => Err(Error::unavailable("database-unavailable")),
    }
}

/// The file of an embedded database; nothing for a server or a database in memory.
pub fn file_of(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    let path = rest.split('?').next().unwrap_or(rest);
    (!path.is_empty() && path != ":memory:").then(|| PathBuf::from(path))
}

/// `HOST:PORT` of a PostgreSQL server; nothing for an embedded database or a socket file.
pub fn server_of(url: &str) -> Option<String> {
    let rest = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://"))?;
    let authority = rest.split(['/', '?']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    match host.rsplit_once(':') {
        _ if host.is_empty() => None,
        Some((name, port)) if !name.is_empty() && port.parse::<u16>().is_ok() => Some(host.to_owned()),
        _ => Some(format!("{host}:5432")),
    }
}

/// Opens the database and wants its tables to be up to date: an embedded one is brought up to date by itself.
pub async fn current_database(config: &Config) -> Result<Database, Failure> {
    let db = database(config).await?;
    if is_embedded(config) {
        migrations::up(db.for_migrations()).await?;
        return Ok(db);
    }
    let pending = migrations::pending(db.for_migrations()).await?;
    if pending.is_empty() {
        db.continue_log().await?;
        return Ok(db);
    }
    Err(Failure {
        code: 4,
        text: format!(
            "the tables of this database are not up to date ({} to do): run `durvis migrate` first",
            listed(&pending)
        ),
    })
}

/// Opens the database for a command that only works on what is kept: a missing one is refused, not made, so that a
/// mistyped folder is not reported as an empty and faultless record.
pub async fn existing_database(config: &Config) -> Result<Database, Failure> {
    must_exist(config)?;
    current_database(config).await
}

/// Steps that have not run, in words: all of a few, the ends of many.
pub fn listed(steps: &[String]) -> String {
    match steps {
        [first, .., last] if steps.len() > 3 => format!("{first} to {last}, {} steps", steps.len()),
        few => few.join(", "),
    }
}

/// Refuses an embedded database whose file is missing.
pub fn must_exist(config: &Config) -> Result<(), Failure> {
    let url = database_url(config);
    if is_missing(url.reveal()) { Err(Failure::missing(&shown(url.reveal()))) } else { Ok(()) }
}

/// Whether the address names the file of an embedded database that is not there.
pub fn is_missing(url: &str) -> bool {
    file_of(url).is_some_and(|file| !file.is_file())
}

/// An address without its password, also when it is mistyped. What follows a `?` may hold one too and is left out.
pub fn shown(url: &str) -> String {
    if url.starts_with("sqlite:") {
        return url.to_owned();
    }
    let plain = |part: &str| part.split('?').next().unwrap_or_default().to_owned();
    let Some((before, host)) = url.rsplit_once('@') else { return plain(url) };
    let user = match before.split_once("://") {
        Some((scheme, user)) => format!("{scheme}://{}", user.split([':', '/', '?']).next().unwrap_or_default()),
        None => "…".to_owned(),
    };
    format!("{user}@{}", plain(host))
}
