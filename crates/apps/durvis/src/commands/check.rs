//! `durvis check`.
use std::io::Write as _;

use crate::cli::Place;
use crate::failure::Failure;
use crate::open;

/// Prints a configuration file with every key.
pub fn explain() -> Result<(), Failure> {
    Ok(std::io::stdout().lock().write_all(config::explain().as_bytes())?)
}

/// Tries everything the platform needs, and says what it found.
pub async fn run(place: &Place) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let config = open::configuration(place, None)?;
    let known = config.server.base_url.as_deref().unwrap_or(&config.server.listen);
    writeln!(out, "configuration  ok, listens on {}, known as {known}", config.server.listen)?;
    let db = open::database(&config).await?;
    let kind = if open::is_embedded(&config) { "embedded" } else { "PostgreSQL" };
    let pending = migrations::pending(db.for_migrations()).await?;
    match pending.len() {
        0 => writeln!(out, "database       ok ({kind}), tables up to date")?,
        n => writeln!(out, "database       ok ({kind}), {n} step(s) to do: durvis migrate")?,
    }
    db.close().await?;
    match &config.oidc {
        Some(oidc) => writeln!(out, "sign-in        {} as {}", oidc.issuer, oidc.client_id)?,
        None => writeln!(out, "sign-in        none configured: nobody can sign in with `serve`")?,
    }
    match &config.translation.url {
        Some(url) => writeln!(
            out,
            "translation    {url} as {}, into {}",
            config.translation.name,
            config.translation.languages.join(" ")
        )?,
        None => writeln!(out, "translation    none configured: texts are in Latvian and English")?,
    }
    match &config.registers.persons_url {
        Some(url) => writeln!(out, "persons        {url}")?,
        None => writeln!(out, "persons        none configured: forms ask for every field")?,
    }
    Ok(())
}
