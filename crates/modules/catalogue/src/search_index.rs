//! The search index of services: a projection of the table `services`, kept by each process for itself.

use crate::ServiceState;
use crate::store::{service_rows::Model, services};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{InstitutionId, Locale, Result};
use search::{Change, Document, Index, Location};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use storage::Read;

/// How many rows are read at once.
const BATCH: u64 = 500;
/// Changes may become visible this much after the instant they carry: a unit of work keeps its beginning.
const OVERLAP: TimeDelta = TimeDelta::seconds(60);

/// What a row was when it was indexed.
type Mark = (DateTime<Utc>, i32, String);

/// What has been indexed: the newest change, and what each service was.
#[derive(Default)]
struct Seen {
    newest: DateTime<Utc>,
    marks: HashMap<String, Mark>,
}

/// The index of published services, internal ones excepted.
pub struct SearchIndex {
    pub(crate) index: Index,
    seen: Mutex<Seen>,
}

impl SearchIndex {
    /// Opens an empty index; [`Self::rebuild`] fills it.
    ///
    /// # Errors
    /// Unavailable when the folder of the index cannot be used.
    pub fn open(location: Location) -> Result<Self> {
        Ok(Self { index: Index::open(location)?, seen: Mutex::default() })
    }

    /// Forgets everything and indexes all published services; returns how many.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn rebuild(&self, tx: &Read) -> Result<usize> {
        let mut changes = vec![Change::Clear];
        let mut seen = Seen::default();
        let mut number = i64::MIN;
        loop {
            let rows = services::after_number(tx, number, BATCH).await?;
            let Some(last) = rows.last() else { break };
            number = last.number;
            for row in rows {
                seen.note(&row);
                changes.extend(published(row)?);
            }
        }
        self.index.apply(&changes)?;
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = seen;
        Ok(changes.len() - 1)
    }

    /// Indexes what changed since the last call and returns how many services that were. Cheap when nothing changed;
    /// to be called after `service.published` and `service.withdrawn`, and now and then for what other processes did.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn refresh(&self, tx: &Read) -> Result<usize> {
        let since = self.seen.lock().unwrap_or_else(PoisonError::into_inner).newest;
        let since = since.checked_sub_signed(OVERLAP).unwrap_or(since);
        let rows = services::changed_since(tx, since).await?;
        let mut changes = Vec::new();
        {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            for row in rows.iter().filter(|row| seen.marks.get(&row.code) != Some(&mark(row))) {
                changes.push(published(row.clone())?.unwrap_or_else(|| Change::Remove(row.code.clone())));
            }
        }
        if changes.is_empty() {
            return Ok(0);
        }
        self.index.apply(&changes)?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        rows.iter().for_each(|row| seen.note(row));
        Ok(changes.len())
    }

    /// How many services are indexed.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.index.len()
    }

    /// Whether nothing is indexed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Names for a search box while somebody types.
    ///
    /// # Errors
    /// Unavailable when the index cannot be used.
    pub fn suggest(&self, typed: &str, locale: Locale, limit: usize) -> Result<Vec<search::Suggestion>> {
        self.index.suggest(typed, locale, limit)
    }
}

impl Seen {
    fn note(&mut self, row: &Model) {
        self.newest = self.newest.max(row.updated_at);
        self.marks.insert(row.code.clone(), mark(row));
    }
}

fn mark(row: &Model) -> Mark {
    (row.updated_at, row.version, row.state.clone())
}

/// The document of a row, if the public may find it.
fn published(row: Model) -> Result<Option<Change>> {
    let state: ServiceState = row.state.parse()?;
    if state == ServiceState::Draft || row.internal {
        return Ok(None);
    }
    let mut document = Document::new(&row.code)
        .code(&row.code)
        .facet("state", state.as_str())
        .facet("holder", InstitutionId::new(row.holder).to_string())
        .facet("client_circle", row.client_circle)
        .keyword(row.keywords);
    if let Some(pilot) = row.pilot {
        document = document.code(pilot);
    }
    for (locale, name, summary) in
        [(Locale::Lv, row.name_lv, row.summary_lv), (Locale::En, row.name_en, row.summary_en)]
    {
        if !name.is_empty() {
            document = document.title(locale, name);
        }
        document = document.body(summary);
    }
    Ok(Some(Change::Upsert(document)))
}
