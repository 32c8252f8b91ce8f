//! Who may do what with services.

use crate::{ServiceState, VersionState};
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

/// The same as a question, for pages that lead to the editor.
#[must_use]
pub fn edits(caller: &Caller, holder: InstitutionId) -> bool {
    may_edit(caller, holder).is_ok()
}

/// The institution whose services the caller may send: that of a system or of a contact person (CAT-20).
pub fn may_send(caller: &Caller) -> Result<InstitutionId> {
    caller.require_role(&[Role::ContactPerson, Role::ApiClient])?;
    caller.require_institution()
}

/// Whether what the caller sends is published without a second reader, whatever the rules of the holder say: a system's
/// texts are read where they are written. People follow those rules, also when they send a table or use the interface
/// (CAT-15).
#[must_use]
pub fn publishes_unread(caller: &Caller) -> bool {
    matches!(caller.role, Role::ApiClient | Role::Engine)
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

/// Whether the caller may say how providers are to carry out services of `holder` (CAT-32): its contact person.
pub fn may_instruct(caller: &Caller, holder: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson])?;
    if caller.institution == Some(holder) { Ok(()) } else { Err(Error::forbidden("service-not-yours")) }
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

/// Whether the caller may tell the search what to find: rules move the services of all holders, so no holder sets them.
/// Holders choose the keywords of their own descriptions.
pub fn may_tune_search(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller may say which acts are not in force any more: it moves the scores of all holders.
pub fn may_keep_acts(caller: &Caller) -> Result<()> {
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

/// Whether the caller may see a version of a service: its holder's staff and systems and the platform see all of them,
/// others what was published, as its own description says for whom.
#[must_use]
pub fn may_see_version(caller: &Caller, state: VersionState, holder: InstitutionId, internal: bool) -> bool {
    let public = state == VersionState::Published && (!internal || sees_internal(caller));
    public || sees_drafts(caller, holder)
}

/// Whether the caller may see how good the descriptions of `holder` are: those who answer for them (CAT-18), and those who
/// oversee the register (CAT-21).
pub fn may_see_quality(caller: &Caller, holder: InstitutionId) -> Result<()> {
    let own = [Role::ContactPerson, Role::InstitutionAdministrator];
    let all = [Role::PlatformAdministrator, Role::Auditor, Role::Engine];
    caller.require_role(&[own.as_slice(), all.as_slice()].concat())?;
    if all.contains(&caller.role) || caller.institution == Some(holder) {
        return Ok(());
    }
    Err(Error::not_found("institution"))
}

/// Whether the caller may see all institutions beside each other (CAT-21).
pub fn may_oversee(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Auditor, Role::Engine])
}

/// Whether the caller may confirm that a description of `holder` is right: its contact person, who answers for it (CAT-16).
pub fn may_confirm(caller: &Caller, holder: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson])?;
    if caller.institution == Some(holder) { Ok(()) } else { Err(Error::not_found("service")) }
}

/// Whether internal services exist for the caller (CAT-22, POR-11): for those who work in an institution, and for its
/// systems.
#[must_use]
pub fn sees_internal(caller: &Caller) -> bool {
    caller.role.is_staff() || matches!(caller.role, Role::ApiClient | Role::Engine)
}
