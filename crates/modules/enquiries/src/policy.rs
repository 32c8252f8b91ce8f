//! Who may do what with enquiries.

use kernel::{Caller, Error, InstitutionId, Result, Role};

/// Roles that answer for their institution.
const ANSWERERS: [Role; 4] = [Role::Specialist, Role::Officer, Role::ContactPerson, Role::InstitutionAdministrator];

/// The institution whose enquiries the caller answers (POR-05).
pub fn answers_for(caller: &Caller) -> Result<InstitutionId> {
    caller.require_role(&ANSWERERS)?;
    caller.require_institution()
}

/// Whose enquiries the caller reads: one institution's, or all for an auditor.
pub fn reads(caller: &Caller) -> Result<Option<InstitutionId>> {
    if caller.role == Role::Auditor { Ok(None) } else { answers_for(caller).map(Some) }
}

/// What an institution does not answer does not exist for it.
pub fn require_own(own: InstitutionId, institution: InstitutionId) -> Result<()> {
    if own == institution { Ok(()) } else { Err(Error::not_found("enquiry")) }
}
