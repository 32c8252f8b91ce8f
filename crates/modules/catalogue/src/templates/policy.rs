//! Who may do what with templates.

use super::TemplateState;
use kernel::{Caller, InstitutionId, Result, Role};

/// Whether the caller may write, publish and withdraw templates, and decide which services are the same: the platform
/// (UNI-01, UNI-05).
pub fn may_manage(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller may see the whole coverage and every comparison of holders: the platform and its auditors.
#[must_use]
pub fn sees_all(caller: &Caller) -> bool {
    matches!(caller.role, Role::PlatformAdministrator | Role::Auditor | Role::Engine)
}

/// Whether the caller may see what a holder has attached and how it deviates: those who see all, and the holder's
/// contact persons and administrators.
pub fn may_see_coverage(caller: &Caller) -> Result<Option<InstitutionId>> {
    if sees_all(caller) {
        return Ok(None);
    }
    caller.require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    caller.require_institution().map(Some)
}

/// Whether the caller may see a template: published ones are public, withdrawn ones are for staff, drafts for the platform.
#[must_use]
pub fn may_see(caller: &Caller, state: TemplateState) -> bool {
    match state {
        TemplateState::Published => true,
        TemplateState::Withdrawn => caller.role.is_staff() || caller.role == Role::Engine,
        TemplateState::Draft => sees_all(caller),
    }
}
