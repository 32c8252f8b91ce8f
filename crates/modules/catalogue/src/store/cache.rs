//! Descriptions that were read before. They are found by the digest of their text, so an entry can never be stale.

use super::{service_rows, version_rows};
use crate::{Description, FormChoice};
use kernel::{Error, Result};
use sea_orm::EntityTrait;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use storage::{Db as _, Read};

/// A description takes about 10 KB, so the cache takes at most some 10 MB.
const MOST: usize = 1000;

type Entries = Mutex<HashMap<String, Arc<Description>>>;

fn entries() -> &'static Entries {
    static ENTRIES: OnceLock<Entries> = OnceLock::new();
    ENTRIES.get_or_init(Entries::default)
}

/// The description of a row's present version, with the form of the service where it was written before descriptions
/// said one.
pub async fn description(tx: &Read, row: &service_rows::Model) -> Result<Arc<Description>> {
    let written = written(tx, row).await?;
    match &row.form_key {
        Some(key) if written.form.is_unsaid() => {
            let form = FormChoice::Key(key.clone());
            Ok(Arc::new(Description { form, ..(*written).clone() }))
        }
        _ => Ok(written),
    }
}

async fn written(tx: &Read, row: &service_rows::Model) -> Result<Arc<Description>> {
    let cached = entries().lock().unwrap_or_else(PoisonError::into_inner).get(&row.digest).cloned();
    if let Some(description) = cached {
        return Ok(description);
    }
    let version = version_rows::Entity::find_by_id((row.id, row.version)).one(tx.conn()).await.db()?;
    let version = version.ok_or_else(|| Error::internal("service-version-missing").arg("code", &row.code))?;
    let description: Arc<Description> = Arc::new(serde_json::from_str(&version.document)?);
    let mut entries = entries().lock().unwrap_or_else(PoisonError::into_inner);
    if entries.len() >= MOST {
        // Which entries go does not matter: those in use come back at the price of one read.
        let leaving: Vec<String> = entries.keys().take(MOST / 4).cloned().collect();
        leaving.iter().for_each(|digest| drop(entries.remove(digest)));
    }
    entries.insert(version.digest, Arc::clone(&description));
    Ok(description)
}
