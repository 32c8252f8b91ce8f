//! Who may do what with life situations.

use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Whose a life situation is: the institution that answers for it (POR-03), and the one that coordinates its branch
/// (POR-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keepers {
    /// Answers for what it says.
    pub responsible: InstitutionId,
    /// Coordinates the branch; nobody but the platform when none.
    pub coordinator: Option<InstitutionId>,
}

/// Whether a caller may do something with a life situation of these.
pub type Rule = fn(&Caller, &Keepers) -> Result<()>;

/// Whether the caller may read drafts of a life situation and write at it: the contact person of the institution that
/// answers for it or that coordinates its branch, and the platform (POR-06). Others learn nothing of it.
pub fn may_edit(caller: &Caller, of: &Keepers) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if edits(caller, of) { Ok(()) } else { Err(Error::not_found("situation")) }
}

/// The same as a question.
#[must_use]
pub fn edits(caller: &Caller, of: &Keepers) -> bool {
    answers(caller, of.responsible) || coordinates(caller, of.coordinator)
}

/// Whether the caller may publish and withdraw a life situation and give it to another institution: the coordinator,
/// and the platform.
pub fn may_publish(caller: &Caller, of: &Keepers) -> Result<()> {
    may_edit(caller, of)?;
    if coordinates(caller, of.coordinator) { Ok(()) } else { Err(Error::forbidden("situation-coordinator-only")) }
}

/// Whether the caller may confirm that a life situation is right: the institution that answers for it, and the
/// platform.
pub fn may_confirm(caller: &Caller, of: &Keepers) -> Result<()> {
    may_edit(caller, of)?;
    if answers(caller, of.responsible) { Ok(()) } else { Err(Error::forbidden("situation-responsible-only")) }
}

/// Whether the caller may begin life situations in a branch and order them: its coordinator, and the platform.
pub fn may_coordinate(caller: &Caller, coordinator: Option<InstitutionId>) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if coordinates(caller, coordinator) { Ok(()) } else { Err(Error::forbidden("situation-branch-not-yours")) }
}

/// The same as a question.
#[must_use]
pub fn coordinates(caller: &Caller, coordinator: Option<InstitutionId>) -> bool {
    match caller.role {
        Role::PlatformAdministrator | Role::Engine => true,
        Role::ContactPerson => coordinator.is_some() && caller.institution == coordinator,
        _ => false,
    }
}

/// Whether the caller may say which institution coordinates a branch: the platform.
pub fn may_name_coordinators(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller has all life situations and reports before them, or those of an institution.
pub fn works_for(caller: &Caller) -> Result<Option<InstitutionId>> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Engine])?;
    if caller.role == Role::ContactPerson { caller.require_institution().map(Some) } else { Ok(None) }
}

/// Whether the caller speaks for the institution that answers.
fn answers(caller: &Caller, responsible: InstitutionId) -> bool {
    match caller.role {
        Role::PlatformAdministrator | Role::Engine => true,
        Role::ContactPerson => caller.institution == Some(responsible),
        _ => false,
    }
}
