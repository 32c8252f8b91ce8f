//! Who may do what with life situations.

use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Whether the caller may write, publish, check and withdraw life situations that `responsible` answers for: its contact
/// person (POR-05), or the platform as coordinator (POR-06).
pub fn may_edit(caller: &Caller, responsible: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if edits(caller, responsible) { Ok(()) } else { Err(Error::forbidden("situation-not-yours")) }
}

/// The same as a question.
#[must_use]
pub fn edits(caller: &Caller, responsible: InstitutionId) -> bool {
    match caller.role {
        Role::PlatformAdministrator | Role::Engine => true,
        Role::ContactPerson => caller.institution == Some(responsible),
        _ => false,
    }
}

/// Whether the caller may pass reported mistakes on to the responsible institution: the platform, which receives them.
pub fn may_coordinate(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller reads reported mistakes: those of the own institution, or all of them.
pub fn reads_corrections(caller: &Caller) -> Result<Option<InstitutionId>> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role == Role::ContactPerson { caller.require_institution().map(Some) } else { Ok(None) }
}
