//! Who sees which figures: pure rules, printed as a table and kept as a snapshot.

use kernel::{Caller, InstitutionId, Result, Role};
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
