//! Who may do what with services.

use crate::ServiceState;
use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Whether the caller may register, publish and close services of `holder`: its contact person (CAT-15), its own system
/// (CAT-20; the doors ask such a token for the scope `services:write`), or the platform as editor (CAT-21).
pub fn may_edit(caller: &Caller, holder: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::ApiClient, Role::PlatformAdministrator, Role::Engine])?;
    let everywhere = matches!(caller.role, Role::PlatformAdministrator | Role::Engine);
    if everywhere || caller.institution == Some(holder) {
        return Ok(());
    }
    Err(Error::forbidden("service-not-yours"))
}

/// The institution whose services the caller may send: that of a system or of a contact person (CAT-20).
pub fn may_send(caller: &Caller) -> Result<InstitutionId> {
    caller.require_role(&[Role::ContactPerson, Role::ApiClient])?;
    caller.require_institution()
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
