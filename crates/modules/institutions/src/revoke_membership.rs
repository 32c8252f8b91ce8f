//! Taking a role away, from the next request on.

use crate::{Membership, events, events::MEMBERSHIP_REVOKED, policy, store};
use kernel::{Error, MembershipId, Result, Role};
use storage::{Expected, Stream, Write};

/// Ends a membership now. Ending one that is already over changes nothing.
///
/// # Errors
/// Not found for an unknown membership or one of an institution the caller does not manage; conflict
/// `membership-last-administrator` when the platform would be left without anybody who administers it.
pub async fn revoke_membership(tx: &mut Write, id: MembershipId) -> Result<()> {
    let found = store::memberships::find(tx, id).await?;
    policy::may_end_membership(tx.caller(), found.as_ref().map(|found| (found.institution, found.role)))?;
    let membership = found.ok_or_else(|| Error::not_found("membership"))?;
    let now = tx.now();
    if membership.valid_to.is_some_and(|end| end <= now) {
        return Ok(());
    }
    // First, because it holds the institution's stream: of two who end each other's role the second sees what the first did.
    let fact = events::fact(MEMBERSHIP_REVOKED, &membership)?;
    tx.append(Stream::institution(membership.institution), Expected::Any, vec![fact]).await?;
    somebody_stays(tx, &membership).await?;
    // One that has not begun yet ends where it would have begun, so that it never holds.
    store::memberships::end(tx, id, now.max(membership.valid_from)).await
}

/// That the platform is still administered when a role ends. Who ends one in another institution administers it themselves.
async fn somebody_stays(tx: &Write, ending: &Membership) -> Result<()> {
    if ending.role != Role::PlatformAdministrator || tx.caller().institution != Some(ending.institution) {
        return Ok(());
    }
    let held = store::memberships::in_role(tx, ending.institution, ending.role).await?;
    if held.iter().any(|other| other.id != ending.id && other.person != ending.person && other.holds(tx.now())) {
        return Ok(());
    }
    Err(Error::conflict("membership-last-administrator"))
}
