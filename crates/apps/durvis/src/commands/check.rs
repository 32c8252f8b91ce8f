//! `durvis check`: tries everything that the configuration names.
use std::fmt;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use config::{Config, Secret};
use kernel::{Error, SystemClock};
use outbound::{Client, Settings};
use translation::Translator;

use crate::cli::Place;
use crate::commands::said::said;
use crate::failure::{self, Failure};
use crate::{app, open};

/// Prints a configuration file with every key.
pub fn explain() -> Result<(), Failure> {
    Ok(std::io::stdout().lock().write_all(config::explain().as_bytes())?)
}

/// Tries one part after the other and says what it found; fails when one of them does not work.
pub async fn run(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    telemetry::check_filter(&config.log.filter)?;
    let client = Client::new(Settings { attempts: 1, ..Settings::default() })?;
    let listen = &config.server.listen;
    let base_url = config.server.base_url.clone().unwrap_or_else(|| format!("http://{listen}"));
    let mut broken = 0;
    let mut say = |part: &str, found: Found| {
        broken += usize::from(matches!(found, Found::Fails { .. }));
        writeln!(said(), "{part:<14} {found}")
    };
    say("configuration", Found::Works(format!("listens on {listen}, known as {base_url}")))?;
    say("numbers", numbers(&config))?;
    say("database", database(&config).await)?;
    say("files", files(&config))?;
    say("sign-in", sign_in(&config, &client, &base_url).await)?;
    say("persons", persons(&config, &client).await)?;
    say("translation", translation(&config, &client).await)?;
    match broken {
        0 => Ok(()),
        _ => Err(Failure::work(format!("{broken} part(s) of what the configuration names do not work"))),
    }
}

/// What came of trying one part.
enum Found {
    /// It works; what it is.
    Works(String),
    /// No key names one; what that means.
    Unset(&'static str),
    /// It does not work.
    Fails {
        /// Which one, and why.
        reason: String,
        /// What to do.
        remedy: &'static str,
    },
}

impl Found {
    /// By the outcome of asking another system.
    fn of(asked: Result<(), Error>, what: String, remedy: &'static str) -> Self {
        match asked {
            Ok(()) => Self::Works(what),
            Err(error) => Self::Fails { reason: format!("{what}: {}", failure::words(&error)), remedy },
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Works(what) => write!(f, "ok: {what}"),
            Self::Unset(meaning) => write!(f, "unset: {meaning}"),
            Self::Fails { reason, remedy } => write!(f, "fails: {reason}; {remedy}"),
        }
    }
}

/// Where a collector finds the numbers. Whether the address is free is not tried: the platform may be running there.
fn numbers(config: &Config) -> Found {
    match &config.server.metrics_listen {
        Some(listen) => Found::Works(format!("given at http://{listen}/metrics")),
        None => Found::Unset("`serve` gives no numbers; `server.metrics_listen` names where a collector reads them"),
    }
}

/// Whether the database answers and has run every step. A missing one is not made.
async fn database(config: &Config) -> Found {
    let url = open::database_url(config);
    let shown = open::shown(url.reveal());
    if open::is_missing(url.reveal()) {
        let remedy = "`durvis migrate` makes it, `storage.data_dir` and `database.url` name another";
        return Found::Fails { reason: format!("{shown} is missing"), remedy };
    }
    match steps_to_do(config, &url).await {
        Ok(steps) if steps.is_empty() => Found::Works(format!("{shown}, tables up to date")),
        Ok(steps) => {
            let reason = format!("the tables of {shown} are not up to date, to do: {}", open::listed(&steps));
            Found::Fails { reason, remedy: "run `durvis migrate`" }
        }
        Err(error) => {
            let remedy = if shown.starts_with("sqlite:") {
                "may this user write it and its folder? `storage.data_dir` and `database.url` name it"
            } else {
                "is it running, and are address, user and password right? `database.url` names it"
            };
            Found::of(Err(error), shown, remedy)
        }
    }
}

/// Opens the database and names the steps that have not run. A missing folder of files would be made, so it is given
/// one that is there.
async fn steps_to_do(config: &Config, url: &Secret) -> Result<Vec<String>, Error> {
    let db = open::connect(config, url, PathBuf::from(".")).await?;
    let steps = migrations::pending(db.for_migrations()).await;
    db.close().await?;
    steps
}

/// Whether a file can be kept in the folder of files. A missing one is not made.
fn files(config: &Config) -> Found {
    let folder = open::files_folder(config);
    let file = folder.join(format!(".check-{}", std::process::id()));
    match std::fs::write(&file, "durvis").and_then(|()| std::fs::remove_file(&file)) {
        Ok(()) => Found::Works(folder.display().to_string()),
        Err(error) => {
            let reason = format!("nothing can be kept in {}: {error}", folder.display());
            Found::Fails { reason, remedy: "`durvis migrate` makes it when it is missing; else allow writing there" }
        }
    }
}

/// Whether the provider of sign-in tells its addresses and keys.
async fn sign_in(config: &Config, client: &Client, base_url: &str) -> Found {
    let Some(oidc) = &config.oidc else {
        return Found::Unset("nobody can sign in with `serve`; `oidc.issuer` names a provider");
    };
    let provider = app::provider(oidc, base_url, client.clone(), Arc::new(SystemClock));
    let levels = if oidc.acr_substantial.is_empty() && oidc.acr_high.is_empty() && oidc.acr_other == "low" {
        "; everybody counts as low, and services that ask for more cannot be requested: `oidc.acr_other`"
    } else {
        ""
    };
    let (issuer, back) = (open::shown(&oidc.issuer), app::callback(base_url));
    let what = format!("{issuer} as {}{levels}; must know {back} to lead back to", oidc.client_id);
    let remedy = "is `oidc.issuer` right, and can this machine reach it?";
    Found::of(provider.discover().await.map(drop), what, remedy)
}

/// Whether the person register is there.
async fn persons(config: &Config, client: &Client) -> Found {
    let Some(url) = &config.registers.persons_url else {
        return Found::Unset("forms ask for every field; `registers.persons_url` names a register");
    };
    let register = app::register(&config.registers, client.clone(), None);
    let remedy = "is `registers.persons_url` right, and can this machine reach it?";
    Found::of(register.check().await, open::shown(url), remedy)
}

/// Whether the translation engine translates a word into each of the languages.
async fn translation(config: &Config, client: &Client) -> Found {
    let settings = &config.translation;
    let (Some(url), Some(engine)) = (&settings.url, app::translator(settings, client, false)) else {
        return Found::Unset("public texts are in Latvian and English only; `translation.url` names an engine");
    };
    let what = format!("{} as {}, into {}", open::shown(url), settings.name, settings.languages.join(" "));
    let remedy = "are `translation.url` and `translation.key_file` right, and can this machine reach it?";
    Found::of(into_each(&*engine, &settings.languages).await, what, remedy)
}

async fn into_each(engine: &dyn Translator, languages: &[String]) -> Result<(), Error> {
    for language in languages {
        engine.translate(&["pakalpojums".to_owned()], "lv", language).await?;
    }
    Ok(())
}
