//! What exists in a demonstration only.
pub mod doors;
pub mod register;
mod rules;
mod sample;

use std::path::Path;

use config::Config;
use exchange::Map;
use identity::Demonstration;
use kernel::Caller;
use storage::Database;

use crate::commands::import;
use crate::failure::Failure;
use crate::open;

/// The institution whose system calls the API in the demonstration.
const SYSTEM_OF: &str = "VSAA";

/// The invented people. Having them is the permission to act as any of them, so `cargo xtask tidy` keeps this the only
/// place that asks for them.
pub fn personas() -> Result<Demonstration, Failure> {
    Ok(Demonstration::load()?)
}

/// Opens the database and puts in what the demonstration shows: institutions, services, people, a few cases.
/// Running it again changes nothing.
pub async fn database(config: &Config, demo: &Demonstration, with: Option<&Path>) -> Result<Database, Failure> {
    with.map_or(Ok(()), import::must_hold_something)?;
    let db = open::database(config).await?;
    migrations::up(db.for_migrations()).await?;
    db.continue_log().await?;
    let mut tx = db.write(&Caller::engine()).await?;
    institutions::install_reference_data(&mut tx).await?;
    institutions::install_example_branches(&mut tx).await?;
    catalogue::install_pilot_services(&mut tx).await?;
    catalogue::install_search_rules(&mut tx).await?;
    catalogue::install_repealed_acts(&mut tx).await?;
    catalogue::install_template_services(&mut tx).await?;
    catalogue::install_demo_services(&mut tx).await?;
    catalogue::install_life_situations(&mut tx).await?;
    catalogue::ensure_categories(&mut tx).await?;
    knowledge::install_articles(&mut tx).await?;
    // The holder of the log that `--with` may bring: one of the invented people works there.
    institutions::ensure_sample(&mut tx, Map::load(Path::new("receipt.toml"))?.holder_name()).await?;
    identity::install_personas(&mut tx, demo).await?;
    if let Some(holder) = institutions::by_code(&tx, SYSTEM_OF).await? {
        identity::install_demo_client(&mut tx, demo, holder.id).await?;
    }
    tx.commit().await?;
    sample::install(&db, demo).await?;
    rules::install(&db, demo).await?;
    if let Some(folder) = with {
        import::folder_into(&db, folder).await?;
    }
    Ok(db)
}

/// What the terminal shows: one line a persona.
#[must_use]
pub fn persona_lines(demo: &Demonstration, base: &str) -> String {
    let width = demo.personas().iter().map(|p| p.key.len()).max().unwrap_or_default();
    let line = |p: &identity::Persona| {
        format!(
            "  {:width$}  {base}/demo/sign-in/{:width$}  {}: {}\n",
            p.key,
            p.key,
            p.display_name(),
            p.description.en
        )
    };
    demo.personas().iter().map(line).collect()
}
