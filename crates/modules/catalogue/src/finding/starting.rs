//! The synonyms that come with the program: a start that editors go on from.

use super::synonyms::{SynonymLine, put};
use crate::policy;
use crate::store::finding::synonyms as rows;
use kernel::{Result, SearchRuleId};
use serde::Deserialize;
use std::collections::HashSet;
use storage::Write;

/// A rule of the content file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: SearchRuleId,
    words: Vec<String>,
    means: Vec<String>,
    #[serde(default)]
    two_way: bool,
}

/// Adds the rules of the starting set that were never there and returns how many; what editors changed or removed stays
/// as they left it.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn install_search_rules(tx: &mut Write) -> Result<usize> {
    policy::may_tune_search(tx.caller())?;
    let known: HashSet<_> = rows::ids(tx).await?.into_iter().collect();
    let entries: Vec<Entry> = serde_json::from_str(include_str!("../../content/search/synonyms.json"))?;
    let mut added = 0;
    for entry in entries.into_iter().filter(|entry| !known.contains(&entry.id.uuid())) {
        let Entry { id, words, means, two_way } = entry;
        put(tx, SynonymLine { id, words, means, two_way, revision: 1 }).await?;
        added += 1;
    }
    Ok(added)
}
