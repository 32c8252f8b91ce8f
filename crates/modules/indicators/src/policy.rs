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

/// Whether `caller` may compare all holders (CAT-27).
pub fn may_oversee(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::PlatformAdministrator, Role::Auditor, Role::Engine])
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
