//! What an institution stated: on a day, and in the course of time.

use super::items::{NormItem, item, norm_items};
use super::model::NormStatement;
use crate::{policy, store};
use chrono::NaiveDate;
use kernel::{InstitutionId, Result, riga_date};
use std::collections::BTreeMap;
use storage::Read;

/// An item of the checklist as it stood on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormLine {
    /// The item.
    pub item: NormItem,
    /// The statement that held; none when nothing was stated.
    pub holds: Option<NormStatement>,
    /// One that had been stated for a later day.
    pub coming: Option<NormStatement>,
}

/// An item with everything that was ever stated about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormHistory {
    /// The item.
    pub item: NormItem,
    /// Newest first.
    pub statements: Vec<NormStatement>,
}

/// The whole checklist of an institution as it stood at the end of a day in Latvia.
///
/// # Errors
/// Not found for an institution that the caller has nothing to do with; forbidden for those who neither answer for rules
/// nor oversee them.
pub async fn norms_on(tx: &Read, institution: InstitutionId, day: NaiveDate) -> Result<Vec<NormLine>> {
    policy::may_see_norms(tx.caller(), institution)?;
    let mut by_point: BTreeMap<String, Vec<NormStatement>> = BTreeMap::new();
    for statement in store::norms::of_institution(tx, institution).await? {
        by_point.entry(statement.point.clone()).or_default().push(statement);
    }
    let line = |item: NormItem| {
        let (holds, coming) = on(by_point.remove(&item.point).unwrap_or_default(), day);
        NormLine { item, holds, coming }
    };
    Ok(norm_items()?.into_iter().map(line).collect())
}

/// Everything that an institution stated about one item.
///
/// # Errors
/// As [`norms_on`]; not found for a point that the checklist does not have.
pub async fn norm_history(tx: &Read, institution: InstitutionId, point: &str) -> Result<NormHistory> {
    policy::may_see_norms(tx.caller(), institution)?;
    let item = item(point)?;
    let statements = store::norms::of_point(tx, institution, point).await?;
    Ok(NormHistory { item, statements })
}

/// Of statements, newest first, the one that held on a day, and a newer one that was to hold later.
fn on(statements: Vec<NormStatement>, day: NaiveDate) -> (Option<NormStatement>, Option<NormStatement>) {
    let mut coming = None;
    for statement in statements.into_iter().filter(|statement| riga_date(statement.stated_at) <= day) {
        if statement.content.valid_from <= day {
            return (Some(statement), coming);
        }
        coming = coming.or(Some(statement));
    }
    (None, coming)
}
