//! Facts about an institution's staff: ids only.

use crate::Membership;
use kernel::{MembershipId, PersonId, Result, Role};
use serde::{Deserialize, Serialize};
use storage::NewEvent;

/// Somebody got a role.
pub const MEMBERSHIP_ADDED: &str = "membership.added";
/// Somebody lost a role.
pub const MEMBERSHIP_REVOKED: &str = "membership.revoked";

/// Data of both events, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MembershipFact {
    pub membership: MembershipId,
    pub person: PersonId,
    pub role: Role,
}

/// The event of `kind` about `membership`.
pub(crate) fn fact(kind: &'static str, membership: &Membership) -> Result<NewEvent> {
    let data = MembershipFact { membership: membership.id, person: membership.person, role: membership.role };
    NewEvent::new(kind, 1, &data)
}
