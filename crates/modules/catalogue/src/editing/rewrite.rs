//! Writing on in a text that waits for its day.

use super::assemble::{as_written, base_of};
use super::save::{opened, put};
use crate::scheduled::{waiting, withdraw};
use crate::store::editing::{drafts, sections};
use crate::{Section, Typed, WithdrawVersion};
use kernel::{Error, Result, ServiceId, riga_date};
use storage::Write;

/// Takes a scheduled version back to write on: the working copy begins with its text, planned for the same day.
///
/// # Errors
/// As [`crate::withdraw_version`]; conflict `copy-begun` when there is a working copy already.
pub async fn rewrite_version(tx: &mut Write, input: WithdrawVersion) -> Result<()> {
    let (row, planned) = waiting(tx, &input).await?;
    let id = ServiceId::new(row.id);
    if drafts::lock(tx, id).await?.is_some() {
        return Err(Error::conflict("copy-begun").arg("code", &input.code));
    }
    withdraw(tx, &row, &planned.line).await?;
    let draft = opened(tx, &row).await?;
    for text in as_written(tx, &base_of(tx, &row).await?.description, &planned).await? {
        sections::put(tx, id, &text).await?;
    }
    let day = planned.line.valid_from.map(|from| riga_date(from).format("%d.%m.%Y").to_string());
    let plan: Typed = [("plan/from", day.unwrap_or_default()), ("plan/note", planned.line.note)]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    put(tx, &row, draft, Section::Plan, plan, 1).await.map(drop)
}
