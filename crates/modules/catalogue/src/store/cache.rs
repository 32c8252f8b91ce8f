//! Descriptions that were read before. They are found by the digest of their text, so an entry can never be stale.

use super::{service_rows, versions};
use crate::{Description, FormChoice};
use kernel::{Error, Result};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use storage::Read;

/// A description takes about 10 KB, so the cache takes at most some 10 MB.
const MOST: usize = 1000;

type Entries = HashMap<String, Arc<Description>>;

fn entries() -> MutexGuard<'static, Entries> {
    static ENTRIES: OnceLock<Mutex<Entries>> = OnceLock::new();
    ENTRIES.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

/// The description of a row's present version, with the form of the service where it was written before descriptions
/// said one.
pub async fn description(tx: &Read, row: &service_rows::Model) -> Result<Arc<Description>> {
    descriptions(tx, &[row]).await?.pop().ok_or_else(|| missing(row))
}

/// The same of many rows, in their order: those that were not read before are read together.
pub async fn descriptions(tx: &Read, rows: &[&service_rows::Model]) -> Result<Vec<Arc<Description>>> {
    let mut known: Entries = {
        let entries = entries();
        rows.iter().filter_map(|row| entries.get_key_value(&row.digest)).map(|(a, b)| (a.clone(), b.clone())).collect()
    };
    let new: Vec<&service_rows::Model> = rows.iter().copied().filter(|row| !known.contains_key(&row.digest)).collect();
    let wanted: Vec<(uuid::Uuid, i32)> = new.iter().map(|row| (row.id, row.version)).collect();
    let mut read = versions::exact::<Description>(tx, &wanted).await?;
    for row in new {
        if let Some(description) = read.remove(&(row.id, row.version)) {
            let description = Arc::new(description);
            keep(&row.digest, &description);
            known.insert(row.digest.clone(), description);
        }
    }
    rows.iter().map(|row| Ok(formed(row, known.get(&row.digest).ok_or_else(|| missing(row))?))).collect()
}

fn missing(row: &service_rows::Model) -> Error {
    Error::internal("service-version-missing").arg("code", &row.code)
}

fn formed(row: &service_rows::Model, written: &Arc<Description>) -> Arc<Description> {
    match &row.form_key {
        Some(key) if written.form.is_unsaid() => {
            let form = FormChoice::Key(key.clone());
            Arc::new(Description { form, ..(**written).clone() })
        }
        _ => Arc::clone(written),
    }
}

fn keep(digest: &str, description: &Arc<Description>) {
    let mut entries = entries();
    if entries.len() >= MOST {
        // Which entries go does not matter: those in use come back at the price of one read.
        let leaving: Vec<String> = entries.keys().take(MOST / 4).cloned().collect();
        leaving.iter().for_each(|digest| drop(entries.remove(digest)));
    }
    entries.insert(digest.to_owned(), Arc::clone(description));
}
