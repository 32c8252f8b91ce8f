//! Who works where.

use crate::{Membership, StaffRole, policy, store};
use kernel::{InstitutionId, LangText, MembershipId, Page, PageRequest, PersonId, Result, Role};
use std::collections::BTreeMap;
use storage::Read;

/// The roles a person holds now, oldest first. Asked at each request, so that a revoked role is gone at once.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn roles_of(tx: &Read, person: PersonId) -> Result<Vec<StaffRole>> {
    let held = store::memberships::with_names(tx, person).await?;
    let held = held.into_iter().filter(|(membership, _)| membership.holds(tx.now()));
    let role = |(m, institution_name): (Membership, LangText)| StaffRole {
        membership: m.id,
        institution: m.institution,
        institution_name,
        role: m.role,
        unit: m.unit,
    };
    Ok(held.map(role).collect())
}

/// Everybody who works or worked in an institution, oldest membership first.
///
/// # Errors
/// Not found for an institution the caller does not manage or watch over.
pub async fn members_of(tx: &Read, institution: InstitutionId, page: &PageRequest) -> Result<Page<Membership>> {
    policy::may_see_members(tx.caller(), institution)?;
    store::memberships::of_institution(tx, institution, page).await
}

/// All memberships of a person, past ones too, oldest first; no access check: for those who keep a projection.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn memberships_of(tx: &Read, person: PersonId) -> Result<Vec<Membership>> {
    store::memberships::of_person(tx, person).await
}

/// Of these memberships those that hold now, in this order; no access check, as [`memberships_of`].
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn memberships_that_hold(tx: &Read, ids: &[MembershipId]) -> Result<Vec<Membership>> {
    let found = store::memberships::of_ids(tx, ids).await?;
    let mut held: BTreeMap<MembershipId, Membership> =
        found.into_iter().filter(|membership| membership.holds(tx.now())).map(|held| (held.id, held)).collect();
    Ok(ids.iter().filter_map(|id| held.remove(id)).collect())
}

/// Who holds `role` in an institution now, by id only; no access check, as [`roles_of`]. At most 100.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn holders_of(tx: &Read, institution: InstitutionId, role: Role) -> Result<Vec<PersonId>> {
    let held = store::memberships::in_role(tx, institution, role).await?;
    Ok(held.into_iter().filter(|membership| membership.holds(tx.now())).map(|membership| membership.person).collect())
}
