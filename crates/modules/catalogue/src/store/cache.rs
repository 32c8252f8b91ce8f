//! Descriptions that were read before. They are found by the digest of their text, so an entry can never be stale.

use super::{service_rows, similar, version_rows};
use crate::{Description, FormChoice};
use kernel::{Error, Result};
use sea_orm::EntityTrait;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use storage::{Db as _, Read};
use uuid::Uuid;

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
    let written = match known(row) {
        Some(known) => known,
        None => {
            let version = version_rows::Entity::find_by_id((row.id, row.version)).one(tx.conn()).await.db()?;
            let version = version.ok_or_else(|| missing(row))?;
            keep(version.digest, serde_json::from_str(&version.document)?)
        }
    };
    Ok(with_form(row, written))
}

/// The same of many rows, by service: those that were not read before come together.
pub async fn descriptions(tx: &Read, rows: &[service_rows::Model]) -> Result<HashMap<Uuid, Arc<Description>>> {
    let mut found = HashMap::new();
    let mut unread = Vec::new();
    for row in rows {
        match known(row) {
            Some(written) => drop(found.insert(row.id, with_form(row, written))),
            None => unread.push(row.clone()),
        }
    }
    let mut read = similar::descriptions(tx, &unread).await?;
    for row in &unread {
        let written = read.remove(&row.id).ok_or_else(|| missing(row))?;
        found.insert(row.id, with_form(row, keep(row.digest.clone(), written)));
    }
    Ok(found)
}

fn with_form(row: &service_rows::Model, written: Arc<Description>) -> Arc<Description> {
    match &row.form_key {
        Some(key) if written.form.is_unsaid() => {
            let form = FormChoice::Key(key.clone());
            Arc::new(Description { form, ..(*written).clone() })
        }
        _ => written,
    }
}

fn known(row: &service_rows::Model) -> Option<Arc<Description>> {
    entries().lock().unwrap_or_else(PoisonError::into_inner).get(&row.digest).cloned()
}

fn keep(digest: String, description: Description) -> Arc<Description> {
    let description = Arc::new(description);
    let mut entries = entries().lock().unwrap_or_else(PoisonError::into_inner);
    if entries.len() >= MOST {
        // Which entries go does not matter: those in use come back at the price of one read.
        let leaving: Vec<String> = entries.keys().take(MOST / 4).cloned().collect();
        leaving.iter().for_each(|digest| drop(entries.remove(digest)));
    }
    entries.insert(digest, Arc::clone(&description));
    description
}

fn missing(row: &service_rows::Model) -> Error {
    Error::internal("service-version-missing").arg("code", &row.code)
}
