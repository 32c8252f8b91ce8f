//! Who may do what with institutions and their staff.

use kernel::{Caller, Error, InstitutionId, Result, Role};

const MANAGERS: [Role; 3] = [Role::InstitutionAdministrator, Role::PlatformAdministrator, Role::Engine];

/// Whether the caller may give or take `role` in `institution`.
///
/// An institution administrator cannot make auditors, who watch over the institution, nor platform administrators.
pub fn may_manage_members(caller: &Caller, institution: InstitutionId, role: Role) -> Result<()> {
    caller.require_role(&MANAGERS)?;
    if caller.role != Role::InstitutionAdministrator {
        return Ok(());
    }
    let own = caller.institution == Some(institution);
    let givable = !matches!(role, Role::Auditor | Role::PlatformAdministrator);
    if own && givable { Ok(()) } else { Err(Error::forbidden("membership-not-yours")) }
}

/// Whether the caller may make somebody an administrator of the platform in `institution`. The role reaches into every
/// institution, so it stays where the platform is run: its administrators give it where they work themselves and in the
/// body `above`, nowhere else.
pub fn may_give_platform_role(caller: &Caller, institution: InstitutionId, above: Option<InstitutionId>) -> Result<()> {
    may_manage_members(caller, institution, Role::PlatformAdministrator)?;
    let here = caller.institution == Some(institution) || above == Some(institution);
    if caller.role == Role::Engine || here { Ok(()) } else { Err(Error::forbidden("membership-platform")) }
}

/// Whether the caller may end a membership of `institution`; none is one that does not exist, and another institution's
/// looks the same.
pub fn may_end_membership(caller: &Caller, membership: Option<(InstitutionId, Role)>) -> Result<()> {
    caller.require_role(&MANAGERS)?;
    let found = membership.filter(|(institution, _)| {
        caller.role != Role::InstitutionAdministrator || caller.institution == Some(*institution)
    });
    let (institution, role) = found.ok_or_else(|| Error::not_found("membership"))?;
    may_manage_members(caller, institution, role)
}

/// Whether the caller may see who works in `institution`.
pub fn may_see_members(caller: &Caller, institution: InstitutionId) -> Result<()> {
    let watching = [Role::InstitutionAdministrator, Role::Auditor, Role::PlatformAdministrator, Role::Engine];
    caller.require_role(&watching)?;
    let everywhere = matches!(caller.role, Role::PlatformAdministrator | Role::Engine);
    if everywhere || caller.institution == Some(institution) {
        return Ok(());
    }
    Err(Error::not_found("institution"))
}

/// Whether the caller may install or import institutions.
pub fn may_install(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller may add institutions and say what each of them is (AUT-06).
pub fn may_keep_institutions(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Engine])
}

/// Whether the caller may change something of the record of `institution`: its contact person and its administrator how
/// its seat is reached (ADM-07), the platform everything; none is one that does not exist, and another institution's
/// looks so too.
pub fn may_change_institution(caller: &Caller, institution: Option<InstitutionId>) -> Result<()> {
    let everywhere = may_keep_institutions(caller).is_ok();
    if !everywhere {
        caller.require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    }
    let found = institution.is_some_and(|institution| everywhere || caller.institution == Some(institution));
    if found { Ok(()) } else { Err(Error::not_found("institution")) }
}

/// Whether the caller may state what the internal rules of `institution` say (CAT-34): its contact person and its
/// administrator, who answer for them.
pub fn may_state_norms(caller: &Caller, institution: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    if caller.institution == Some(institution) { Ok(()) } else { Err(Error::not_found("institution")) }
}

/// Whether the caller may say where `institution` serves people: its contact person and its administrator (POR-16).
pub fn may_keep_branches(caller: &Caller, institution: InstitutionId) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    if caller.institution == Some(institution) { Ok(()) } else { Err(Error::not_found("institution")) }
}

/// The same of one branch, by its institution; none is one that does not exist, and another institution's looks so too.
pub fn may_keep_branch(caller: &Caller, institution: Option<InstitutionId>) -> Result<()> {
    caller.require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    let own = institution.is_some_and(|institution| caller.institution == Some(institution));
    if own { Ok(()) } else { Err(Error::not_found("branch")) }
}

/// Whether the caller may see what was stated of them: those who state it, and those who oversee it.
pub fn may_see_norms(caller: &Caller, institution: InstitutionId) -> Result<()> {
    if may_oversee_norms(caller).is_ok() { Ok(()) } else { may_state_norms(caller, institution) }
}

/// Whether the caller may see the rules of all institutions beside each other.
pub fn may_oversee_norms(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::Auditor, Role::PlatformAdministrator, Role::Engine])
}
