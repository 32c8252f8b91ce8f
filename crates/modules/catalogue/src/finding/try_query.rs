//! What a query finds with the rules of the editors and without them.

use super::find::{asked, items};
use super::rules::Rules;
use crate::{SearchIndex, ServiceListItem, policy};
use kernel::Result;
use search::{Facet, Query};
use std::collections::HashMap;
use storage::Read;

/// So many places are looked at.
const PLACES: usize = 20;

/// A service and its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriedService {
    /// The service.
    pub service: ServiceListItem,
    /// Its place with the rules, from 1; none when it is not among the first twenty.
    pub with: Option<usize>,
    /// Its place without them.
    pub without: Option<usize>,
}

/// The first twenty open services for the words, with the rules and without them, in the order of the first.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; unavailable when the index cannot be used.
pub async fn try_query(tx: &Read, index: &SearchIndex, words: &str) -> Result<Vec<TriedService>> {
    policy::may_tune_search(tx.caller())?;
    let places = |rules: &Rules| {
        let query = Query { limit: PLACES, ..asked(words, vec![Facet::new("state", "open")], rules) };
        let hits = index.index.search(&query)?.hits;
        Ok::<_, kernel::Error>(hits.into_iter().map(|hit| hit.id).collect::<Vec<String>>())
    };
    let (with, without) = (places(&*index.rules(tx).await?)?, places(&Rules::default())?);
    let mut codes = with.clone();
    codes.extend(without.iter().filter(|code| !with.contains(code)).cloned());
    let place = |list: &[String]| -> HashMap<String, usize> { list.iter().cloned().zip(1..).collect() };
    let (with, without) = (place(&with), place(&without));
    let found = items(tx, codes).await?.into_iter();
    let tried = |service: ServiceListItem| {
        let (with, without) = (with.get(&service.code).copied(), without.get(&service.code).copied());
        TriedService { service, with, without }
    };
    Ok(found.map(tried).collect())
}
