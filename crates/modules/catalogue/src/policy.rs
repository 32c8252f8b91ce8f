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
    let works = sees_internal(caller);
    match state {
        ServiceState::Draft => works && caller.institution == Some(holder),
        ServiceState::Open | ServiceState::Closed => !internal || works,
    }
}

/// Whether internal services exist for the caller (CAT-22, POR-11): for those who work in an institution, and for its
/// systems.
#[must_use]
pub fn sees_internal(caller: &Caller) -> bool {
    caller.role.is_staff() || matches!(caller.role, Role::ApiClient | Role::Engine)
}
