//! Who may do what with articles.

use crate::Audience;
use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Whether the caller may write, publish and withdraw articles of `institution`: its contact person, or the platform.
pub fn may_edit(caller: &Caller, institution: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role != Role::ContactPerson || caller.institution == Some(institution) {
        return Ok(());
    }
    Err(Error::forbidden("article-not-yours"))
}

/// Whose articles the caller edits: one institution's, or all.
pub fn edits(caller: &Caller) -> Result<Option<InstitutionId>> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role == Role::ContactPerson { caller.require_institution().map(Some) } else { Ok(None) }
}

/// Whether the caller may read what is shown to this audience.
#[must_use]
pub fn may_read(caller: &Caller, audience: Audience) -> bool {
    audience == Audience::Public || caller.role.is_staff() || caller.role == Role::Engine
}
