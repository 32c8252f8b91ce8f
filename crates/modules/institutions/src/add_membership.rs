//! Giving somebody a role in an institution.

use crate::{Membership, events, events::MEMBERSHIP_ADDED, policy, store};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, MembershipId, PersonId, Result, Role};
use storage::{Expected, Read, Stream, Write};

/// Who becomes what, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddMembership {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub institution: InstitutionId,
    /// As what; a staff role.
    pub role: Role,
    /// Unit of the institution, if it matters.
    pub unit: Option<String>,
    /// From when; now, if none.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when (not included); open, if none.
    pub valid_to: Option<DateTime<Utc>>,
}

impl AddMembership {
    /// An open membership from now on, in no particular unit.
    #[must_use]
    pub const fn new(person: PersonId, institution: InstitutionId, role: Role) -> Self {
        Self { person, institution, role, unit: None, valid_from: None, valid_to: None }
    }
}

/// Gives a person a role. Giving the same role in the same unit again returns the membership that already holds.
///
/// # Errors
/// Forbidden for a foreign institution, for a role the caller cannot give, and for the platform's own role where the
/// platform is not run; not found for an unknown institution; invalid for a role that is no staff role or an end before
/// the beginning.
pub async fn add_membership(tx: &mut Write, input: AddMembership) -> Result<MembershipId> {
    policy::may_manage_members(tx.caller(), input.institution, input.role)?;
    if !input.role.is_staff() {
        return Err(Error::invalid("membership-role").arg("role", input.role));
    }
    let valid_from = input.valid_from.unwrap_or_else(|| tx.now());
    if input.valid_to.is_some_and(|end| end <= valid_from) {
        return Err(Error::invalid("membership-dates").field("valid_to", "membership-dates"));
    }
    crate::find(tx, input.institution).await?;
    if input.role == Role::PlatformAdministrator {
        let above = above(tx).await?;
        policy::may_give_platform_role(tx.caller(), input.institution, above)?;
    }
    let held = store::memberships::of_person(tx, input.person).await?;
    let same = |m: &&Membership| m.institution == input.institution && m.role == input.role && m.unit == input.unit;
    if let Some(membership) = held.iter().filter(|m| m.holds(valid_from)).find(same) {
        return Ok(membership.id);
    }
    let membership = Membership {
        id: MembershipId::new(tx.ids().uuid()),
        person: input.person,
        institution: input.institution,
        role: input.role,
        unit: input.unit,
        valid_from,
        valid_to: input.valid_to,
    };
    store::memberships::insert(tx, &membership).await?;
    let fact = events::fact(MEMBERSHIP_ADDED, &membership)?;
    tx.append(Stream::institution(input.institution), Expected::Any, vec![fact]).await?;
    Ok(membership.id)
}

/// Whether the caller gives the platform's own role in `institution`: for pages, which offer no other.
///
/// # Errors
/// Those of the database.
pub async fn gives_platform_role(tx: &Read, institution: InstitutionId) -> Result<bool> {
    let above = above(tx).await?;
    Ok(policy::may_give_platform_role(tx.caller(), institution, above).is_ok())
}

/// The body above the caller's institution.
async fn above(tx: &Read) -> Result<Option<InstitutionId>> {
    match tx.caller().institution {
        Some(own) => Ok(crate::find(tx, own).await?.parent),
        None => Ok(None),
    }
}

/// Gives a person an open role from now on, if it is not held already.
///
/// # Errors
/// As [`add_membership`].
pub async fn ensure_membership(
    tx: &mut Write,
    person: PersonId,
    institution: InstitutionId,
    role: Role,
) -> Result<MembershipId> {
    add_membership(tx, AddMembership::new(person, institution, role)).await
}
