//! What exists in a demonstration only.
pub mod register;

use config::Config;
use storage::Database;

use crate::failure::Failure;
use crate::open;

/// Opens the database and puts in what the demonstration shows; again and again without doubling.
pub async fn database(config: &Config) -> Result<Database, Failure> {
    let db = open::database(config).await?;
    migrations::up(db.for_migrations()).await?;
    Ok(db)
}
