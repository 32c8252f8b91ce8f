//! The search index of services: a projection of the catalogue that each process keeps for itself.

use super::document::{FAMILY, Names, document, is_findable, order, version};
use super::rules::Rules;
use super::tally::Tally;
use crate::ServiceState;
use crate::store::{service_rows::Model, services, versions};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Locale, Result};
use search::{Change, Document, Facet, Index, Location, Suggestion, Typed};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use storage::Read;

/// How many rows are read at once.
const BATCH: u64 = 500;
/// Changes may become visible this much after the instant they carry: a unit of work keeps its beginning.
const OVERLAP: TimeDelta = TimeDelta::seconds(60);
/// When nothing changed for so long, nothing older is still on its way.
const SETTLED: TimeDelta = TimeDelta::minutes(2);
/// After so long, and at each start, every service is compared with what the index holds of it.
const COMPARED: TimeDelta = TimeDelta::hours(1);
/// What a document is made of, kept with the index; another number makes every process build its own again.
const FORMAT: &str = "6";

/// A register with fewer services than this is indexed within the time that a start may take.
const QUICK: i64 = 3000;

/// How far the index is.
#[derive(Default)]
struct Seen {
    /// Whether it was ever built in the present format.
    built: bool,
    /// The newest change in it.
    newest: DateTime<Utc>,
    /// Revision by number of the services that changed shortly before that.
    recent: HashMap<i64, (i64, DateTime<Utc>)>,
    /// When every service was last compared with it.
    compared: Option<DateTime<Utc>>,
}

/// The index of published services, internal ones excepted.
pub struct SearchIndex {
    pub(crate) index: Index,
    pub(super) rules: Mutex<Arc<Rules>>,
    seen: Mutex<Seen>,
    tally: Tally,
}

impl SearchIndex {
    /// Opens the index as it was left, or an empty one; [`Self::refresh`] brings it up to date.
    ///
    /// # Errors
    /// Unavailable when the folder of the index cannot be used.
    pub fn open(location: Location) -> Result<Self> {
        let index = Index::open(location)?;
        let built = index.mark()?.is_some_and(|mark| mark == FORMAT);
        let seen = Seen { built, ..Seen::default() };
        Ok(Self { index, rules: Mutex::default(), seen: Mutex::new(seen), tally: Tally::default() })
    }

    /// Whether it was built and can be searched; before that, lists are read from the register.
    #[must_use]
    pub fn is_built(&self) -> bool {
        self.seen().built
    }

    /// Whether building it takes no more than a moment, so that a start may wait for it.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn is_quickly_built(tx: &Read) -> Result<bool> {
        let last = services::highest_number(tx).await?;
        Ok(last.is_none_or(|number| number < crate::register::BEFORE_FIRST + QUICK))
    }

    /// What people asked of it and was not written yet.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Forgets everything and indexes all published services; returns how many. Meanwhile the old content is searched.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used, or another rebuild is under way.
    pub async fn rebuild(&self, tx: &Read) -> Result<usize> {
        let mut refill = self.index.refill()?;
        let mut seen = Seen { built: true, compared: Some(tx.now()), ..Seen::default() };
        let mut names = Names::load(tx).await?;
        let mut number = i64::MIN;
        let mut count = 0;
        loop {
            let rows = services::after_number(tx, number, BATCH).await?;
            let Some(last) = rows.last() else { break };
            number = last.number;
            seen.note(rows.iter().map(|row| (row.number, row.revision, row.updated_at)));
            for (_, document) in documents(tx, &rows, &mut names).await? {
                if let Some(document) = document {
                    refill.add(&document)?;
                    count += 1;
                }
            }
        }
        refill.finish(FORMAT)?;
        *self.seen() = seen;
        Ok(count)
    }

    /// Indexes what changed since the last call and returns how many services that were; builds the index if it was
    /// never built or somebody asked for it. Cheap when nothing changed.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn refresh(&self, tx: &Read) -> Result<usize> {
        if !self.is_built() || self.index.rebuild_asked() {
            return self.rebuild(tx).await;
        }
        let compares = self.seen().compared.is_none_or(|at| tx.now() - at >= COMPARED);
        let held = if compares { Some(self.index.versions()?) } else { None };
        let since = if compares { DateTime::UNIX_EPOCH } else { self.seen().since(tx.now()) };
        let mut from = (since, i64::MIN);
        let mut names = None;
        let mut count = 0;
        loop {
            let lines = services::changed_after(tx, from, BATCH).await?;
            let Some(last) = lines.last() else { break };
            from = (last.2, last.0);
            let changed = self.unseen(&lines, held.as_ref());
            if changed.is_empty() {
                self.take_in(&[], &lines)?;
                continue;
            }
            let names = match &mut names {
                Some(names) => names,
                none => none.insert(Names::load(tx).await?),
            };
            let mut rows = services::by_numbers(tx, &changed).await?;
            // What may not be found and is not there need not be taken out.
            let there = |number| held.as_ref().is_none_or(|held| held.contains_key(&order(number)));
            rows.retain(|row| is_findable(row) || there(row.number));
            count += rows.len();
            let changes = documents(tx, &rows, names).await?.into_iter().map(|(code, document)| match document {
                Some(document) => Change::Upsert(document),
                None => Change::Remove(code),
            });
            self.take_in(&changes.collect::<Vec<_>>(), &lines)?;
        }
        if compares {
            self.seen().compared = Some(tx.now());
        }
        Ok(count)
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

    /// Names of open services while somebody types.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn suggest(&self, tx: &Read, text: &str, locale: Locale, limit: usize) -> Result<Vec<Suggestion>> {
        let synonyms = Some(Arc::clone(&self.rules(tx).await?.synonyms));
        let facets = vec![Facet::new("state", ServiceState::Open.as_str())];
        let once = Some(FAMILY.to_owned());
        let typed = Typed { text: text.to_owned(), locale, facets, once, synonyms, limit, ..Typed::default() };
        self.index.suggest(&typed)
    }

    /// The numbers of those that are not in the index as they are now: by what it holds where that was read, otherwise by
    /// what was taken in of late.
    fn unseen(&self, lines: &[(i64, i64, DateTime<Utc>)], held: Option<&HashMap<u64, u64>>) -> Vec<i64> {
        let seen = self.seen();
        let known = |number, revision| match held {
            Some(held) => held.get(&order(number)) == Some(&version(revision)),
            None => seen.recent.get(&number).is_some_and(|(known, _)| *known == revision),
        };
        lines.iter().filter(|(number, revision, _)| !known(*number, *revision)).map(|line| line.0).collect()
    }

    fn take_in(&self, changes: &[Change], lines: &[(i64, i64, DateTime<Utc>)]) -> Result<()> {
        // A commit of nothing costs a write of the files all the same.
        if !changes.is_empty() {
            self.index.apply(changes)?;
        }
        self.seen().note(lines.iter().copied());
        Ok(())
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seen {
    /// From when on changes may be new.
    fn since(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        // A whole import may carry the newest instant: once settled it is not read again.
        let settled = now - self.newest >= SETTLED;
        let shift = if settled { TimeDelta::microseconds(1) } else { -OVERLAP };
        self.newest.checked_add_signed(shift).unwrap_or_default()
    }

    fn note(&mut self, lines: impl Iterator<Item = (i64, i64, DateTime<Utc>)>) {
        for (number, revision, updated_at) in lines {
            self.newest = self.newest.max(updated_at);
            self.recent.insert(number, (revision, updated_at));
        }
        // Only what will be read again must be known.
        let oldest = self.newest.checked_sub_signed(OVERLAP).unwrap_or_default();
        self.recent.retain(|_, (_, updated_at)| *updated_at >= oldest);
    }
}

/// The documents of rows, none for those that the public may not find, by code.
async fn documents(tx: &Read, rows: &[Model], names: &mut Names) -> Result<Vec<(String, Option<Document>)>> {
    let findable: Vec<_> = rows.iter().filter(|row| is_findable(row)).map(|row| row.id).collect();
    let descriptions = versions::in_force(tx, &findable).await?;
    names.learn(tx, rows).await?;
    let of = |row: &Model| {
        let description = descriptions.get(&row.id).filter(|_| is_findable(row));
        (row.code.clone(), description.map(|description| document(row, description, names)))
    };
    Ok(rows.iter().map(of).collect())
}
