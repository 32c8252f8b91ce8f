//! The typed sections that the rest of the program reads.
use std::path::PathBuf;
use std::time::Duration;

use crate::schema::host_and_path;
use crate::source::Values;
use crate::{ConfigError, Secret, Sources};

/// The whole configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Listening and addresses.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// The data folder.
    pub storage: Storage,
    /// Limits of requests.
    pub rate_limit: RateLimit,
    /// Limits of files.
    pub upload: Upload,
    /// The sign-in provider, if there is one.
    pub oidc: Option<Oidc>,
    /// Base registers.
    pub registers: Registers,
    /// What is said of the open data.
    pub open_data: OpenData,
    /// Machine translation.
    pub translation: Translation,
    /// Readers of the log and timers.
    pub jobs: Jobs,
    /// Links of descriptions.
    pub links: Links,
    /// The log.
    pub log: Log,
}

/// Listening and addresses.
#[derive(Debug, Clone)]
pub struct Server {
    /// `HOST:PORT`.
    pub listen: String,
    /// `HOST:PORT` of `/metrics`, away from what the public reaches; none: no numbers outside a demonstration.
    pub metrics_listen: Option<String>,
    /// The address people use, without a slash at the end; where it listens when unset.
    pub base_url: Option<String>,
    /// Time for open requests after SIGTERM.
    pub shutdown: Duration,
    /// Time after which a request is given up.
    pub request: Duration,
    /// Whether a proxy in front sets `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Short addresses: host and the path they lead to, in which `{lang}` is the language of the browser (POR-23).
    pub plain_addresses: Vec<(String, String)>,
    /// A line above every page.
    pub banner: Option<String>,
}

/// The database.
#[derive(Debug, Clone)]
pub struct Database {
    /// The URL, when it is not the embedded one. May hold a password.
    pub url: Option<Secret>,
    /// Connections that read, at most; on PostgreSQL as many that write.
    pub connections: u32,
    /// Time to wait for the database at the start.
    pub connect: Duration,
}

/// The data folder.
#[derive(Debug, Clone)]
pub struct Storage {
    /// Embedded database, documents, search index.
    pub data_dir: PathBuf,
}

/// Limits of requests from one address.
#[derive(Debug, Clone, Copy)]
pub struct RateLimit {
    /// Whether there is a limit.
    pub enabled: bool,
    /// Requests a second.
    pub per_second: u32,
    /// Requests at once.
    pub burst: u32,
}

/// Limits of files.
#[derive(Debug, Clone, Copy)]
pub struct Upload {
    /// Largest attached file, in bytes.
    pub max_bytes: u64,
}

/// The sign-in provider.
#[derive(Debug, Clone)]
pub struct Oidc {
    /// Its address.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there; nothing for a public client.
    pub client_secret: Option<Secret>,
    /// Scopes besides `openid`.
    pub scopes: Vec<String>,
    /// Which claim holds what.
    pub claims: Claims,
    /// Values of `acr` that mean assurance level substantial.
    pub acr_substantial: Vec<String>,
    /// Values of `acr` that mean assurance level high.
    pub acr_high: Vec<String>,
    /// The level of any other `acr` and of none: `low`, `substantial` or `high`.
    pub acr_other: String,
}

/// Which claim of the provider holds what.
#[derive(Debug, Clone)]
pub struct Claims {
    /// The personal code.
    pub personal_code: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The birth date.
    pub birth_date: String,
    /// The e-mail address.
    pub email: String,
}

/// Base registers.
#[derive(Debug, Clone)]
pub struct Registers {
    /// The person register.
    pub persons_url: Option<String>,
    /// Its name as people read it.
    pub persons_name: String,
}

/// What is said of the open data.
#[derive(Debug, Clone)]
pub struct OpenData {
    /// Address of the licence.
    pub licence: String,
    /// Who publishes them.
    pub publisher: String,
    /// Where questions are answered.
    pub email: String,
}

/// Machine translation.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The engine.
    pub url: Option<String>,
    /// Our key there.
    pub key: Option<Secret>,
    /// Its name as people read it.
    pub name: String,
    /// Tags of the languages to translate into.
    pub languages: Vec<String>,
}

/// Readers of the log and timers.
#[derive(Debug, Clone, Copy)]
pub struct Jobs {
    /// Whether this process runs them.
    pub enabled: bool,
}

/// Links of descriptions.
#[derive(Debug, Clone, Copy)]
pub struct Links {
    /// Whether they are called; none: as suits the command.
    pub check: Option<bool>,
}

/// The log.
#[derive(Debug, Clone)]
pub struct Log {
    /// What is logged.
    pub filter: String,
    /// How a line looks.
    pub format: LogFormat,
}

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Reads and checks everything.
///
/// # Errors
/// Says which key or file is wrong, where it stands, and what would fit.
pub fn load(sources: &Sources) -> Result<Config, ConfigError> {
    let values = Values::gather(sources)?;
    Ok(Config {
        server: server(&values)?,
        database: database(&values)?,
        storage: Storage { data_dir: PathBuf::from(values.text("storage.data_dir")?) },
        rate_limit: RateLimit {
            enabled: values.switch("rate_limit.enabled")?,
            per_second: values.number("rate_limit.per_second")?,
            burst: values.number("rate_limit.burst")?,
        },
        upload: Upload { max_bytes: values.number("upload.max_bytes")? },
        oidc: oidc(&values)?,
        registers: Registers {
            persons_url: values.get("registers.persons_url"),
            persons_name: values.text("registers.persons_name")?,
        },
        open_data: OpenData {
            licence: values.text("open_data.licence")?,
            publisher: values.text("open_data.publisher")?,
            email: values.text("open_data.email")?,
        },
        translation: Translation {
            url: values.get("translation.url"),
            key: values.secret("translation.key_file")?,
            name: values.text("translation.name")?,
            languages: words(Some(values.text("translation.languages")?)),
        },
        jobs: Jobs { enabled: values.switch("jobs.enabled")? },
        links: Links {
            check: match values.text("links.check")?.as_str() {
                "on" => Some(true),
                "off" => Some(false),
                _ => None,
            },
        },
        log: Log {
            filter: values.text("log.filter")?,
            format: if values.text("log.format")? == "json" { LogFormat::Json } else { LogFormat::Text },
        },
    })
}

fn server(values: &Values) -> Result<Server, ConfigError> {
    let base_url = values.get("server.base_url");
    Ok(Server {
        listen: values.text("server.listen")?,
        metrics_listen: values.get("server.metrics_listen"),
        base_url: base_url.map(|url| url.trim_end_matches('/').to_owned()),
        shutdown: Duration::from_secs(values.number("server.shutdown_seconds")?),
        request: Duration::from_secs(values.number("server.request_seconds")?),
        behind_proxy: values.switch("server.behind_proxy")?,
        plain_addresses: plain_addresses(&values.get("server.plain_addresses").unwrap_or_default()),
        banner: values.get("server.banner"),
    })
}

fn plain_addresses(text: &str) -> Vec<(String, String)> {
    let known = text.split_whitespace().filter_map(host_and_path);
    known.map(|(host, path)| (host.to_ascii_lowercase(), path.to_owned())).collect()
}

fn database(values: &Values) -> Result<Database, ConfigError> {
    let from_file = values.secret("database.url_file")?;
    Ok(Database {
        url: values.get("database.url").map(Secret::new).or(from_file),
        connections: values.number("database.connections")?,
        connect: Duration::from_secs(values.number("database.connect_seconds")?),
    })
}

fn oidc(values: &Values) -> Result<Option<Oidc>, ConfigError> {
    let Some(issuer) = values.get("oidc.issuer") else { return Ok(None) };
    let client_id = values.get("oidc.client_id").ok_or_else(|| ConfigError::Missing {
        key: "oidc.client_id".to_owned(),
        reason: "oidc.issuer is set".to_owned(),
    })?;
    let acr_substantial = words(values.get("oidc.acr_substantial"));
    let acr_high = words(values.get("oidc.acr_high"));
    if let Some(both) = acr_high.iter().find(|acr| acr_substantial.contains(acr)) {
        return Err(ConfigError::Value {
            key: "oidc.acr_high".to_owned(),
            place: "the configuration".to_owned(),
            value: both.clone(),
            expected: "a value that oidc.acr_substantial does not name too".to_owned(),
        });
    }
    Ok(Some(Oidc {
        issuer,
        client_id,
        client_secret: values.secret("oidc.client_secret_file")?,
        scopes: words(values.get("oidc.scopes")),
        claims: Claims {
            personal_code: values.text("oidc.claim_personal_code")?,
            given_name: values.text("oidc.claim_given_name")?,
            family_name: values.text("oidc.claim_family_name")?,
            birth_date: values.text("oidc.claim_birth_date")?,
            email: values.text("oidc.claim_email")?,
        },
        acr_substantial,
        acr_high,
        acr_other: values.text("oidc.acr_other")?,
    }))
}

fn words(text: Option<String>) -> Vec<String> {
    text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
}
