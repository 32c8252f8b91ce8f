//! Who may do what with a draft: the person who fills it in, acting for the same client, for a service that is theirs
//! to use. Nobody else, not even staff; to everybody else it looks missing.

use crate::draft::Draft;
use kernel::{Caller, Error, Result, Role};

/// Whether the draft is the caller's.
pub(crate) fn owns(caller: &Caller, draft: &Draft) -> bool {
    caller.role == Role::Client && caller.person == Some(draft.person) && caller.party == Some(draft.party)
}

/// That it is, and that the service is still theirs to use for this client (POR-10).
///
/// # Errors
/// Unauthenticated for visitors, not found `draft` for everybody else; forbidden `service-not-assigned` to its owner.
pub(crate) fn require_owner(caller: &Caller, draft: Option<Draft>) -> Result<Draft> {
    if caller.role == Role::Anonymous {
        return Err(Error::unauthenticated("sign-in-needed"));
    }
    let own = draft.filter(|draft| owns(caller, draft)).ok_or_else(|| Error::not_found("draft"))?;
    caller.require_service(&own.service_code)?;
    Ok(own)
}
