//! `durvis migrate`.
use std::io::Write as _;

use crate::cli::Place;
use crate::commands::said::said;
use crate::failure::Failure;
use crate::open;

/// Runs the steps that have not run, or only names them.
pub async fn run(place: &Place, dry_run: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    if dry_run {
        open::must_exist(&config)?;
    }
    let db = open::database(&config).await?;
    let pending = migrations::pending(db.for_migrations()).await?;
    let mut out = said();
    for name in &pending {
        writeln!(out, "{} {name}", if dry_run { "to do" } else { "running" })?;
    }
    if pending.is_empty() {
        writeln!(out, "the tables are up to date")?;
    } else if !dry_run {
        migrations::up(db.for_migrations()).await?;
        writeln!(out, "done: {} step(s)", pending.len())?;
    }
    if !dry_run && db.continue_log().await? {
        writeln!(out, "the log comes from another server: it goes on behind what it holds")?;
    }
    Ok(db.close().await?)
}
