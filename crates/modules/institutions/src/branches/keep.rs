//! Adding, changing and closing a branch.

use super::model::{Branch, BranchText};
use crate::events::{BRANCH_ADDED, BRANCH_CHANGED, BRANCH_CLOSED, BranchFact};
use crate::{Origin, policy, store};
use kernel::{Error, InstitutionId, Result, no_faults};
use storage::{Expected, NewEvent, Stream, Write};

/// The most branches of one institution, closed ones too: more than any in the country has.
const MOST: i32 = 500;

/// A change of a branch.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeBranch {
    /// Its code.
    pub code: String,
    /// The revision that was seen.
    pub revision: i64,
    /// What people are to know of it.
    pub text: BranchText,
}

/// Adds a branch and returns its code (POR-16).
///
/// # Errors
/// Forbidden for everybody but the institution's contact persons and administrators; not found for another institution;
/// invalid by field; conflict `branch-too-many`.
pub async fn add_branch(tx: &mut Write, institution: InstitutionId, text: BranchText) -> Result<String> {
    policy::may_keep_branches(tx.caller(), institution)?;
    no_faults(text.faults())?;
    let holder = crate::find(tx, institution).await?;
    let number = store::branches::last_number(tx, institution).await? + 1;
    if number > MOST {
        return Err(Error::conflict("branch-too-many").arg("most", MOST));
    }
    let code = format!("{}-{number}", holder.code);
    let branch = Branch { code, institution, number, text, origin: Origin::Own, closed_at: None, revision: 1 };
    store::branches::insert(tx, &branch).await?;
    record(tx, &branch, BRANCH_ADDED).await?;
    Ok(branch.code)
}

/// Changes what people are told of a branch.
///
/// # Errors
/// Forbidden for everybody but the institution's contact persons and administrators; not found for a branch of another
/// institution; stale `branch-changed` when it is not the one that was seen; conflict `branch-closed`; invalid by field.
pub async fn change_branch(tx: &mut Write, input: ChangeBranch) -> Result<()> {
    let mut branch = own(tx, &input.code, input.revision).await?;
    no_faults(input.text.faults())?;
    branch.text = input.text;
    put(tx, branch, BRANCH_CHANGED).await
}

/// Closes a branch: nobody is led there any more. It stays in the list of the institution.
///
/// # Errors
/// As [`change_branch`].
pub async fn close_branch(tx: &mut Write, code: &str, revision: i64) -> Result<()> {
    let mut branch = own(tx, code, revision).await?;
    branch.closed_at = Some(tx.now());
    put(tx, branch, BRANCH_CLOSED).await
}

/// An open branch that the caller may change, as it was seen.
async fn own(tx: &Write, code: &str, revision: i64) -> Result<Branch> {
    let found = store::branches::find(tx, code).await?;
    policy::may_keep_branch(tx.caller(), found.as_ref().map(|branch| branch.institution))?;
    let branch = found.ok_or_else(|| Error::not_found("branch"))?;
    if branch.closed_at.is_some() {
        return Err(Error::conflict("branch-closed").arg("code", code));
    }
    if branch.revision == revision { Ok(branch) } else { Err(Error::stale("branch-changed").arg("code", code)) }
}

async fn put(tx: &mut Write, mut branch: Branch, kind: &'static str) -> Result<()> {
    let seen = branch.revision;
    branch.revision += 1;
    if !store::branches::update(tx, &branch, seen).await? {
        return Err(Error::stale("branch-changed").arg("code", &branch.code));
    }
    record(tx, &branch, kind).await
}

async fn record(tx: &mut Write, branch: &Branch, kind: &'static str) -> Result<()> {
    let fact = BranchFact { code: branch.code.clone(), revision: branch.revision };
    let event = NewEvent::new(kind, 1, &fact)?;
    tx.append(Stream::institution(branch.institution), Expected::Any, vec![event]).await?;
    Ok(())
}
