//! Taking a role away, from the next request on.

use crate::{events, events::MEMBERSHIP_REVOKED, policy, store};
use kernel::{Error, MembershipId, Result};
use storage::{Expected, Stream, Write};

/// Ends a membership now. Ending one that is already over changes nothing.
///
/// # Errors
/// Not found for an unknown membership or one of an institution the caller does not manage.
pub async fn revoke_membership(tx: &mut Write, id: MembershipId) -> Result<()> {
    let found = store::memberships::find(tx, id).await?;
    policy::may_end_membership(tx.caller(), found.as_ref().map(|found| (found.institution, found.role)))?;
    let membership = found.ok_or_else(|| Error::not_found("membership"))?;
    let now = tx.now();
    if membership.valid_to.is_some_and(|end| end <= now) {
        return Ok(());
    }
    // One that has not begun yet ends where it would have begun, so that it never holds.
    store::memberships::end(tx, id, now.max(membership.valid_from)).await?;
    let fact = events::fact(MEMBERSHIP_REVOKED, &membership)?;
    tx.append(Stream::institution(membership.institution), Expected::Any, vec![fact]).await?;
    Ok(())
}
