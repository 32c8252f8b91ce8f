//! Writing what editors tell the search: which revision it becomes, and that everybody learns of it. Each kind of rule has its
//! own table and its own words; the course is one.

use crate::store::finding::rules;
use kernel::{Error, Result, SearchRuleId};
use storage::{Expected, NewEvent, Stream, Write};

/// The next revision of a known rule, of which `standing` is in force.
///
/// # Errors
/// Not found where none is in force; stale when it is not the one that the editor saw.
pub(super) fn next((id, seen): (SearchRuleId, i64), standing: Option<i64>) -> Result<(SearchRuleId, i64)> {
    let standing = standing.ok_or_else(|| Error::not_found("search-rule"))?;
    still_there(standing == seen)?;
    Ok((id, seen + 1))
}

/// A new rule, beside so many others.
///
/// # Errors
/// Invalid where there are as many as there may be.
pub(super) fn first(tx: &Write, others: usize, most: u64) -> Result<(SearchRuleId, i64)> {
    if others as u64 >= most {
        return Err(Error::invalid("search-rules-full").arg("most", most));
    }
    Ok((SearchRuleId::new(tx.ids().uuid()), 1))
}

/// That what was to be changed still had the revision that was seen.
///
/// # Errors
/// Stale when it had not.
pub(super) fn still_there(had: bool) -> Result<()> {
    if had { Ok(()) } else { Err(Error::stale("search-rule-changed")) }
}

/// Tells every process and the log that a rule changed.
pub(super) async fn changed(tx: &mut Write, id: SearchRuleId, kind: &'static str, revision: i64) -> Result<()> {
    rules::moved(tx).await?;
    let event = NewEvent::new(kind, 1, &serde_json::json!({ "rule": id, "revision": revision }))?;
    tx.append(Stream::new("search_rule", id.uuid()), Expected::Any, vec![event]).await?;
    Ok(())
}
