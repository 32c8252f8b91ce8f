//! Who sees which figures: pure rules, printed as a table and kept as a snapshot.

use kernel::{Caller, Error, InstitutionId, Result, Role};
use serde::Serialize;

/// How figures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Every figure.
    Full,
    /// Figures under five are hidden, so that nobody can be recognised.
    Public,
}

/// How `caller` sees the figures of a holder's services. Everybody sees the public view: MK 399 p.23 and MK 402 p.8
/// want the figures published.
#[must_use]
pub fn view_of(caller: &Caller, holder: InstitutionId) -> View {
    match caller.role {
        Role::Engine | Role::Auditor | Role::PlatformAdministrator => View::Full,
        Role::Specialist | Role::Officer | Role::ContactPerson | Role::InstitutionAdministrator | Role::ApiClient
            if caller.institution == Some(holder) =>
        {
            View::Full
        }
        _ => View::Public,
    }
}

/// Whether `caller` sees what the figures of a holder, or of all holders, come to: nothing is hidden in a sum, so only who
/// sees each of them.
pub fn may_add_up(caller: &Caller, holder: Option<InstitutionId>) -> Result<()> {
    match holder {
        Some(holder) if view_of(caller, holder) == View::Full => Ok(()),
        Some(_) => Err(Error::not_found("institution")),
        None => caller.require_role(&[Role::PlatformAdministrator, Role::Auditor, Role::Engine]),
    }
}

/// Whose e-service candidates `caller` compares (CAT-27): those of an institution for its contact person, those of all
/// holders for who oversees the register.
pub fn candidates_of(caller: &Caller) -> Result<Option<InstitutionId>> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator, Role::Auditor, Role::Engine])?;
    if caller.role == Role::ContactPerson { caller.require_institution().map(Some) } else { Ok(None) }
}

/// The institution in whose name `caller` may say that a service of `holder`, as far as is known whose it is, is to
/// become an e-service (CAT-27): that of the holder's contact person, or that of a platform administrator, who works
/// for the ministry or the agency. Auditors read and change nothing.
pub fn may_nominate(caller: &Caller, holder: Option<InstitutionId>) -> Result<InstitutionId> {
    caller.require_role(&[Role::ContactPerson, Role::PlatformAdministrator])?;
    let own = caller.require_institution()?;
    let foreign = caller.role == Role::ContactPerson && holder.is_some_and(|holder| holder != own);
    if foreign { Err(Error::not_found("service")) } else { Ok(own) }
}

/// Whether `caller`, who sees a nomination, may withdraw it: the contact person of the institution that made it, and
/// the platform's administrators.
pub fn may_withdraw_nomination(caller: &Caller, institution: InstitutionId) -> Result<()> {
    let own = may_nominate(caller, None)?;
    let everywhere = caller.role == Role::PlatformAdministrator;
    if everywhere || own == institution { Ok(()) } else { Err(Error::forbidden("nomination-not-yours")) }
}

/// Whose own indicators a caller sees (CAT-29).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Those of every holder.
    All,
    /// Those of one holder.
    Of(InstitutionId),
    /// None.
    Nothing,
}

/// Whose own indicators `caller` sees: who sees every figure of a holder sees these; the law publishes only those of
/// MK 399 p.23.
#[must_use]
pub fn sight_of_own(caller: &Caller) -> Sight {
    match (caller.role, caller.institution) {
        (Role::Engine | Role::Auditor | Role::PlatformAdministrator, _) => Sight::All,
        (
            Role::Specialist | Role::Officer | Role::ContactPerson | Role::InstitutionAdministrator | Role::ApiClient,
            Some(own),
        ) => Sight::Of(own),
        _ => Sight::Nothing,
    }
}

/// Whether `caller` sees the own indicators of `holder`.
pub fn may_see_own(caller: &Caller, holder: InstitutionId) -> Result<()> {
    match sight_of_own(caller) {
        Sight::All => Ok(()),
        Sight::Of(own) if own == holder => Ok(()),
        _ => Err(Error::not_found("institution")),
    }
}

/// Whether `caller` may set indicators for services of `holder`, as far as is known whose they are: its contact person
/// (MK 399 p.19).
pub fn may_define_own(caller: &Caller, holder: Option<InstitutionId>) -> Result<()> {
    caller.require_role(&[Role::ContactPerson])?;
    let own = caller.require_institution()?;
    if holder.is_none_or(|holder| holder == own) { Ok(()) } else { Err(Error::not_found("service")) }
}

/// The institution whose values `caller` may record: that of a contact person, or of a system (the doors ask its token for
/// the scope `indicators:write`).
pub fn may_record_own(caller: &Caller) -> Result<InstitutionId> {
    caller.require_role(&[Role::ContactPerson, Role::ApiClient])?;
    caller.require_institution()
}
