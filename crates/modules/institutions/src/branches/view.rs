//! Branches as the public sees them, and as those who keep them do.

use super::model::Branch;
use crate::{Position, policy, store};
use kernel::{Error, InstitutionId, Page, PageRequest, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// One page of an institution's branches that are open, in their order.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn branches(tx: &Read, institution: InstitutionId, page: &PageRequest) -> Result<Page<Branch>> {
    store::branches::list(tx, institution, false, page).await
}

/// One page of all of them, closed ones too, for those who keep them.
///
/// # Errors
/// As [`crate::add_branch`]; invalid `bad-cursor`.
pub async fn branches_to_edit(tx: &Read, institution: InstitutionId, page: &PageRequest) -> Result<Page<Branch>> {
    policy::may_keep_branches(tx.caller(), institution)?;
    store::branches::list(tx, institution, true, page).await
}

/// A branch for those who keep it.
///
/// # Errors
/// Forbidden for everybody but the institution's contact persons and administrators; not found for a branch of another
/// institution.
pub async fn branch_to_edit(tx: &Read, code: &str) -> Result<Branch> {
    let found = store::branches::find(tx, code).await?;
    policy::may_keep_branch(tx.caller(), found.as_ref().map(|branch| branch.institution))?;
    found.ok_or_else(|| Error::not_found("branch"))
}

/// The nearest `limit` open branches of these institutions with their distance in kilometres, nearest first; of those
/// with one of these codes where some are named. `limit` bounds what comes back, not the work: the database measures the
/// distance of every open branch of these institutions to know which are the nearest, so ask for those of one service.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn nearest_branches(
    tx: &Read,
    institutions: &[InstitutionId],
    codes: &[String],
    from: Position,
    limit: usize,
) -> Result<Vec<(f64, Branch)>> {
    if institutions.is_empty() {
        return Ok(Vec::new());
    }
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    let near = store::branches::nearest(tx, institutions, codes, from, limit).await?;
    let far = |branch: Branch| (from.kilometres_to(branch.text.position), branch);
    let mut near: Vec<(f64, Branch)> = near.into_iter().map(far).collect();
    near.sort_by(|(a, first), (b, second)| a.total_cmp(b).then_with(|| first.code.cmp(&second.code)));
    Ok(near)
}

/// These branches by code, those that are open. Codes of none are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn branches_of_codes(tx: &Read, codes: &[String]) -> Result<BTreeMap<String, Branch>> {
    let found = store::branches::of_codes(tx, codes).await?;
    Ok(found.into_iter().map(|branch| (branch.code.clone(), branch)).collect())
}

/// Of these codes, those of institutions and of open branches.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn known_places(tx: &Read, codes: &[String]) -> Result<BTreeSet<String>> {
    if codes.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut known = store::branches::open_codes(tx, codes).await?;
    known.extend(store::institutions::known_codes(tx, codes).await?);
    Ok(known)
}
