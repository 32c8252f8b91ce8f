//! Changing the record of an institution.

use super::model::{Contacts, InstitutionIdentity, InstitutionRecord};
use super::others::among_others;
use super::put::{put, record_of, stale};
use crate::{Origin, policy, store};
use kernel::{Error, InstitutionId, Result, no_faults};
use storage::Write;

/// A change of the record of an institution.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeInstitution {
    /// Which one.
    pub institution: InstitutionId,
    /// The revision that was seen.
    pub revision: i64,
    /// What it is; none leaves that as it is. Only the platform says it.
    pub identity: Option<InstitutionIdentity>,
    /// How its seat is reached.
    pub contacts: Contacts,
}

/// Changes the record of an institution (ADM-07, CAT-05): its contact persons and administrators how its seat is reached,
/// the platform everything (AUT-06). Returns the revision after it; what is kept already is not written again, whatever
/// revision was seen.
///
/// # Errors
/// Forbidden for everybody else, and for its own people who say what it is; not found for another institution; stale
/// `institution-changed` when it is not the one that was seen; invalid by field.
pub async fn change_institution(tx: &mut Write, input: ChangeInstitution) -> Result<i64> {
    let found = store::institutions::by_id(tx, input.institution).await?;
    policy::may_change_institution(tx.caller(), found.as_ref().map(|one| one.id))?;
    let known = found.ok_or_else(|| Error::not_found("institution"))?;
    if input.identity.is_some() {
        policy::may_keep_institutions(tx.caller())?;
    }
    let before = record_of(tx, &known).await?;
    let identity = input.identity.unwrap_or_else(|| before.identity.clone());
    let after = InstitutionRecord { identity, contacts: input.contacts };
    if after == before {
        return Ok(known.revision);
    }
    let (mut parent, mut faults) = (known.parent, after.contacts.faults());
    if after.identity != before.identity {
        let (named, others) = among_others(tx, Some(&known), &after.identity).await?;
        parent = named;
        faults = [after.identity.faults(), others, faults].concat();
    }
    no_faults(faults)?;
    // What is wrong is told first: who mends it then sees what another has written meanwhile.
    if known.revision != input.revision {
        return Err(stale(&known));
    }
    let by_platform = policy::may_keep_institutions(tx.caller()).is_ok();
    let mut changed = after.onto(known.clone(), parent);
    changed.origin = if by_platform { Origin::Platform } else { Origin::Own };
    if put(tx, &known, changed).await? { Ok(known.revision + 1) } else { Err(stale(&known)) }
}
