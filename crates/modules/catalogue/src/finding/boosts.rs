//! Services that are to stand higher or lower: always, or for some words.

use super::keeping::{changed, first, next, still_there};
use crate::events::{SEARCH_BOOST_REMOVED, SEARCH_BOOST_SET};
use crate::policy;
use crate::store::{finding::boosts as rows, services};
use kernel::{Error, Result, SearchRuleId};
use storage::{Read, Write};

/// So many at most: each costs every search a little.
pub const MOST_BOOSTS: u64 = 200;

/// How far a service may be moved, in percent of its relevance.
const PERCENT: std::ops::RangeInclusive<i32> = 10..=500;
/// Longest words, in characters.
const LONGEST: usize = 80;

/// A rule as editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoostLine {
    /// Its id.
    pub id: SearchRuleId,
    /// Code of the service.
    pub service: String,
    /// For queries with all of these words; always when empty.
    pub words: String,
    /// Its relevance in percent: 200 doubles it, 50 halves it.
    pub percent: i32,
    /// Counts its changes, from 1.
    pub revision: i64,
}

/// A rule to add or change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetBoost {
    /// Which one, with the revision the editor saw; none for a new one.
    pub known: Option<(SearchRuleId, i64)>,
    /// Code of the service.
    pub service: String,
    /// For queries with all of these words; always when empty.
    pub words: String,
    /// Its relevance in percent, 10 to 500.
    pub percent: i32,
}

/// The rules in force.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn boosts(tx: &Read) -> Result<Vec<BoostLine>> {
    policy::may_tune_search(tx.caller())?;
    rows::all(tx).await
}

/// Adds or changes a rule; searches use it from the commit on, in every process.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators, since a rule moves the services of others too; not found;
/// stale when somebody else changed it meanwhile; invalid for an unknown service, too long words, another percentage.
pub async fn set_boost(tx: &mut Write, input: SetBoost) -> Result<SearchRuleId> {
    policy::may_tune_search(tx.caller())?;
    let service = input.service.trim().to_owned();
    let words = input.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    if services::by_code(tx, &service).await?.is_none() {
        wrong.push(("service", "search-boost-service"));
    }
    if words.chars().count() > LONGEST {
        wrong.push(("boost-words", "search-phrases-many"));
    }
    if !PERCENT.contains(&input.percent) {
        wrong.push(("percent", "search-boost-percent"));
    }
    if !wrong.is_empty() {
        let none = Error::invalid("form-has-errors");
        return Err(wrong.into_iter().fold(none, |error, (field, key)| error.field(field, key)));
    }
    let (id, revision) = match input.known {
        Some(known) => next(known, rows::find(tx, known.0).await?.map(|line| line.revision))?,
        None => first(tx, rows::all(tx).await?.len(), MOST_BOOSTS)?,
    };
    still_there(rows::write(tx, &BoostLine { id, service, words, percent: input.percent, revision }).await?)?;
    changed(tx, id, SEARCH_BOOST_SET, revision).await?;
    Ok(id)
}

/// Removes a rule.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; not found; stale when somebody else changed it meanwhile.
pub async fn remove_boost(tx: &mut Write, id: SearchRuleId, revision: i64) -> Result<()> {
    policy::may_tune_search(tx.caller())?;
    next((id, revision), rows::find(tx, id).await?.map(|line| line.revision))?;
    still_there(rows::remove(tx, id, revision).await?)?;
    changed(tx, id, SEARCH_BOOST_REMOVED, revision).await
}
