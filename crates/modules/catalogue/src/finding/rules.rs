//! What editors tell the search, as each process holds it: read again as soon as any rule changed anywhere.

use super::index::SearchIndex;
use crate::store::finding::{boosts, rules, synonyms};
use kernel::Result;
use search::{Synonym, Synonyms};
use std::sync::{Arc, PoisonError};
use storage::Read;

/// A service that stands higher or lower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Boost {
    pub service: String,
    /// For queries with these words; always when empty.
    pub words: String,
    pub percent: i32,
}

/// Everything that editors said, at one revision.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    revision: i64,
    pub synonyms: Arc<Synonyms>,
    boosts: Vec<Boost>,
}

impl Rules {
    /// The factors for a query, by code of the service.
    pub fn boosts(&self, words: &str) -> Vec<(String, f32)> {
        let holds = |boost: &&Boost| boost.words.is_empty() || search::analysis::holds(words, &boost.words);
        let factor = |boost: &Boost| (boost.service.clone(), boost.percent as f32 / 100.0);
        self.boosts.iter().filter(holds).map(factor).collect()
    }
}

impl SearchIndex {
    /// The other words that editors gave for what people type, as they are now.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn synonyms(&self, tx: &Read) -> Result<Arc<Synonyms>> {
        Ok(Arc::clone(&self.rules(tx).await?.synonyms))
    }

    /// The rules as they are now. Costs one row unless they changed.
    pub(crate) async fn rules(&self, tx: &Read) -> Result<Arc<Rules>> {
        let revision = rules::revision(tx).await?;
        let known = Arc::clone(&self.rules.lock().unwrap_or_else(PoisonError::into_inner));
        if known.revision == revision {
            return Ok(known);
        }
        let synonyms: Vec<Synonym> = synonyms::present(tx).await?.into_iter().map(|line| line.rule()).collect();
        let boosts = boosts::all(tx).await?;
        let boosts = boosts.into_iter().map(|b| Boost { service: b.service, words: b.words, percent: b.percent });
        let read = Arc::new(Rules { revision, synonyms: Arc::new(Synonyms::new(&synonyms)), boosts: boosts.collect() });
        *self.rules.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&read);
        Ok(read)
    }
}
