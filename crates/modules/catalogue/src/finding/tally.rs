//! Counts of what people asked, held in memory and written now and then: a page that only reads must not wait for a
//! commit. Nobody's name is counted, and what looks like personal data is not kept. A process that dies loses the counts of
//! its last seconds.

use super::SearchMonth;
use crate::store::finding::{months, places, queries};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Locale, Result};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use storage::Write;

/// Most different entries between two writings; what is beyond is not counted.
const MOST: usize = 500;
/// Longest query that is kept, in characters; more words than that are a letter and not a query.
const LONGEST: usize = 80;
/// So many digits in a row may be somebody's code or number.
const DIGITS: usize = 5;
/// Counts of queries are kept for this many days.
const KEPT_DAYS: i64 = 400;

kernel::words! {
    /// What somebody was told about the channels of a service, or how they said where they are (POR-16, POR-18).
    LookupMeans {
        /// Chose a municipality.
        Municipality = "municipality",
        /// Gave the position of the device; it is used for the answer and not kept.
        Position = "position",
        /// Chose how to request and how to receive, and was told what that costs and takes (POR-17).
        Channels = "channels",
    }
}

#[derive(Default)]
struct Counts {
    /// Searches and those that found nothing, by day, query and language.
    queries: HashMap<(NaiveDate, String, Locale), (i64, i64)>,
    /// All searches by month, also those whose words are not kept.
    months: HashMap<String, SearchMonth>,
    /// By month, service and means.
    places: HashMap<(String, String, LookupMeans), i64>,
}

/// What was counted and not yet written.
#[derive(Default)]
pub struct Tally(Mutex<Counts>);

impl Tally {
    /// Counts a search that found so many services, life situations and articles.
    pub fn searched(&self, at: DateTime<Utc>, words: &str, locale: Locale, results: u64) {
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let none = SearchMonth::of(at);
        let month = counts.months.entry(none.month.clone()).or_insert(none);
        month.searches += 1;
        month.empty += i64::from(results == 0);
        let Some(query) = kept(words) else { return };
        let key = (kernel::riga_date(at), query, locale);
        if counts.queries.len() < MOST || counts.queries.contains_key(&key) {
            let (searches, empty) = counts.queries.entry(key).or_default();
            *searches += 1;
            *empty += i64::from(results == 0);
        }
    }

    /// Counts that somebody looked up the nearest place of a service or combined its channels (POR-16, POR-18).
    pub fn looked_up(&self, at: DateTime<Utc>, service: &str, means: LookupMeans) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let month = kernel::riga_date(at).format("%Y-%m").to_string();
        let key = (month, service.to_owned(), means);
        if counts.places.len() < MOST || counts.places.contains_key(&key) {
            *counts.places.entry(key).or_default() += 1;
        }
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.queries.is_empty() && counts.months.is_empty() && counts.places.is_empty()
    }

    /// Writes the counts; they count as written, also when the unit of work is not kept. No access check: it adds to
    /// counts and shows nothing.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn write(&self, tx: &mut Write) -> Result<()> {
        let counts = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        for ((day, query, locale), (searches, empty)) in counts.queries {
            queries::add(tx, day, &query, locale, searches, empty).await?;
        }
        for ((month, service, means), lookups) in counts.places {
            places::add(tx, &month, &service, means.as_str(), lookups).await?;
        }
        for month in counts.months.into_values() {
            months::add(tx, &month).await?;
        }
        let oldest = kernel::riga_date(tx.now()) - TimeDelta::days(KEPT_DAYS);
        queries::forget_before(tx, oldest).await
    }
}

/// A query as it is counted: lower case, one blank between words, no signs. None for what may be personal data: longer
/// numbers, addresses of e-mail, letters instead of queries.
pub(super) fn kept(words: &str) -> Option<String> {
    let digits = words
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .any(|number| number.chars().filter(char::is_ascii_digit).count() >= DIGITS);
    if digits || words.contains('@') || words.chars().count() > LONGEST {
        return None;
    }
    let plain: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let query = plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    (!query.is_empty()).then_some(query)
}
