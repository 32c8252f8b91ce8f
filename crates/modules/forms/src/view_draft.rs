//! Drafts of the caller.

use crate::draft::Draft;
use crate::{policy, source, store};
use kernel::{DraftId, Result};
use storage::Read;

/// One draft of the caller. A submitted one is shown too, with the case it became, so that going back in the browser
/// leads to the case.
///
/// # Errors
/// Not found `draft` for somebody else's or none; gone `draft-expired`; forbidden `service-not-assigned`.
pub async fn draft(tx: &Read, id: DraftId) -> Result<Draft> {
    let found = load(tx, id).await?;
    if found.submitted_case.is_none() {
        found.require_open(tx.now())?;
    }
    Ok(found)
}

/// The caller's open drafts for services that are theirs to use, last changed first, at most 50.
///
/// # Errors
/// Unauthenticated or forbidden for everybody but clients.
pub async fn drafts_of(tx: &Read) -> Result<Vec<Draft>> {
    let party = tx.caller().require_party()?;
    let person = tx.caller().require_person()?;
    let mut drafts = store::open_of(tx.conn(), person, party, tx.now()).await?;
    drafts.retain(|draft| tx.caller().may_use(&draft.service_code));
    Ok(drafts)
}

/// The caller's draft, whatever its state. What follows from who applies is answered, also where an older page asked it.
pub(crate) async fn load(tx: &Read, id: DraftId) -> Result<Draft> {
    let mut found = policy::require_owner(tx.caller(), store::find(tx.conn(), id).await?)?;
    if found.submitted_case.is_none() {
        let definition = found.definition()?;
        source::settle(&definition, found.party, &mut found.answers);
    }
    Ok(found)
}

/// The caller's draft, if it can still be changed.
pub(crate) async fn load_open(tx: &Read, id: DraftId) -> Result<Draft> {
    let found = load(tx, id).await?;
    found.require_open(tx.now())?;
    Ok(found)
}
