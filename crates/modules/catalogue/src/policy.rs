//! Who may do what with services.

use crate::ServiceState;
use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Whether the caller may register, publish and close services of `holder`: its contact person (CAT-15), or the
/// platform as editor (CAT-21).
pub fn may_edit(caller: &Caller, holder: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role != Role::ContactPerson || caller.institution == Some(holder) {
        return Ok(());
    }
    Err(Error::forbidden("service-not-yours"))
}

/// Whether the caller may see working copies of services of `holder`: those who may edit, and its administrator.
pub fn may_watch_editing(caller: &Caller, holder: InstitutionId) -> Result<()> {
    if caller.role == Role::InstitutionAdministrator && caller.institution == Some(holder) {
        return Ok(());
    }
    may_edit(caller, holder)
}

/// Whether the caller may say how `holder` edits, and approve its list of services (CAT-01): its administrator, and the
/// platform.
pub fn may_rule_editing(caller: &Caller, holder: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::InstitutionAdministrator, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role != Role::InstitutionAdministrator || caller.institution == Some(holder) {
        return Ok(());
    }
    Err(Error::forbidden("service-not-yours"))
}

/// The institution in whose name the caller may propose to `holder` how a service could be better (CAT-32): one that
/// provides it for the holder, as `provides` says.
pub fn may_propose(caller: &Caller, holder: InstitutionId, provides: bool) -> Result<InstitutionId> {
    let staff = [Role::Specialist, Role::Officer, Role::ContactPerson, Role::InstitutionAdministrator];
    caller.require_role(&staff)?;
    let own = caller.require_institution()?;
    if provides && own != holder { Ok(own) } else { Err(Error::forbidden("proposal-not-provider")) }
}

/// Whether the caller may see what is not published yet: the holder's staff and systems, and the platform.
#[must_use]
pub fn sees_drafts(caller: &Caller, holder: InstitutionId) -> bool {
    may_see(caller, ServiceState::Draft, holder, false)
}

/// Whether the caller may import.
pub fn may_import(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller may see a service. Published services are public; internal ones are for staff and systems of
/// institutions; drafts for the holder's staff and the platform.
#[must_use]
pub fn may_see(caller: &Caller, state: ServiceState, holder: InstitutionId, internal: bool) -> bool {
    if matches!(caller.role, Role::PlatformAdministrator | Role::Engine) {
        return true;
    }
    let works = caller.role.is_staff() || caller.role == Role::ApiClient;
    match state {
        ServiceState::Draft => works && caller.institution == Some(holder),
        ServiceState::Open | ServiceState::Closed => !internal || works,
    }
}
