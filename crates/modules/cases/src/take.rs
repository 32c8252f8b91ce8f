//! An officer takes a case from the queue, or gives it back.

use crate::{Act, Action, Case, CaseNumber, State, change, events, policy, store};
use kernel::{Error, PersonId, Result};
use storage::{NewEvent, Write};

/// Takes the most urgent case that nobody works on. Fifty officers at once get fifty different cases: each row is
/// locked by its taker and passed over by the others (CSS-02).
///
/// # Errors
/// Forbidden for everybody but officers.
pub async fn take_next(tx: &mut Write) -> Result<Option<CaseNumber>> {
    tx.caller().require_role(&[kernel::Role::Officer])?;
    let institution = tx.caller().require_institution()?;
    let Some(mut case) = store::claim_first(tx, institution).await? else { return Ok(None) };
    policy::check(tx.caller(), &case, Action::Handle)?;
    claim(tx, &mut case).await?;
    Ok(Some(case.number))
}

/// Takes a certain case. Taking one's own once more, by a second press or in a second window, changes nothing.
///
/// # Errors
/// Not found for a foreign case; conflict `case-taken` when somebody else works on it.
pub async fn take(tx: &mut Write, number: &CaseNumber) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::Handle, None).await?;
    match case.assignee {
        None => claim(tx, &mut case).await,
        own if own == tx.caller().person => Ok(()),
        Some(_) => Err(Error::conflict("case-taken").arg("number", number)),
    }
}

async fn claim(tx: &mut Write, case: &mut Case) -> Result<()> {
    let facts = begin_now(case, tx.caller().person)?;
    change::keep(tx, case, facts).await
}

/// Begins work on a case that the caller has loaded and may handle, and accepts it where nobody has; the case is to be kept
/// with the facts. Nobody is named where a system works on it.
pub fn begin_now(case: &mut Case, by: Option<PersonId>) -> Result<Vec<NewEvent>> {
    let mut facts = Vec::with_capacity(2);
    if case.state == State::Submitted {
        case.advance(Act::Accept)?;
        facts.push(events::accepted(case)?);
    }
    case.advance(Act::Claim)?;
    case.assignee = by;
    facts.push(events::claimed(case, by)?);
    Ok(facts)
}

/// Gives a case back to the queue.
///
/// # Errors
/// Conflict when it is not being worked on; stale when it changed meanwhile.
pub async fn give_back(tx: &mut Write, number: &CaseNumber, revision: i64) -> Result<()> {
    let mut case = change::load_for_change(tx, number, Action::Handle, Some(revision)).await?;
    case.advance(Act::GiveBack)?;
    case.assignee = None;
    let fact = events::returned(&case)?;
    change::keep(tx, &mut case, vec![fact]).await
}
