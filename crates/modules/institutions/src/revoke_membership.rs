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
    let fact = events::fact(MEMBERSHIP_REVOKED, &membership)?;
    tx.append(Stream::institution(membership.institution), Expected::Any, vec![fact]).await?;
    somebody_stays(tx, &membership).await?;
    // One that has not begun yet ends where it would have begun, so that it never holds.
    store::memberships::end(tx, id, now.max(membership.valid_from)).await
}

/// That the platform is still administered when a role ends: in the own institution by somebody else there; who ends one in
/// another institution administers it themselves, unless that was ended meanwhile. A role that has an end counts for nobody:
/// the other one may have begun later and ended it at an instant that is still to come here.
async fn somebody_stays(tx: &Write, ending: &Membership) -> Result<()> {
    let Some(own) = tx.caller().institution.filter(|_| ending.role == Role::PlatformAdministrator) else {
        return Ok(());
    };
    let elsewhere = own != ending.institution;
    let stays = |other: &Membership| {
        let open = other.valid_to.is_none() && other.holds(tx.now());
        let another = other.institution == ending.institution && other.person != ending.person;
        other.id != ending.id && open && (elsewhere || another)
    };
    if store::memberships::all_held(tx, ending.role).await?.iter().any(stays) {
        return Ok(());
    }
    Err(Error::conflict("membership-last-administrator"))
}
