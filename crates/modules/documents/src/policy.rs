//! Who may do what with a file.

use crate::model::{Document, Subject};
use kernel::{Caller, Error, Party, Remit, Result, Role};

/// A client stores files of their own; staff and systems only on a case, which the module of cases has checked before.
pub(crate) fn store(caller: &Caller, owner: Party, subject: Subject) -> Result<()> {
    match (caller.role, subject) {
        (Role::Client, _) if caller.party == Some(owner) => Ok(()),
        (Role::Specialist | Role::Officer | Role::ApiClient | Role::Engine, Subject::Case(_)) => Ok(()),
        (Role::Anonymous, _) => Err(Error::unauthenticated("sign-in-needed")),
        _ => Err(Error::forbidden("role-not-allowed")),
    }
}

/// Whether the caller may see and open a file without going through its case: its client. A file of a draft is seen
/// by the person who sent it alone, also inside a company. Of which service a case is stands with the module of cases:
/// who may use only some services of a company goes through it (POR-10).
pub(crate) fn sees(caller: &Caller, document: &Document) -> bool {
    let is_owner = caller.role == Role::Client && caller.party == Some(document.owner);
    match document.subject {
        Subject::Case(_) => is_owner && caller.remit == Remit::All,
        Subject::Draft(_) => is_owner && caller.person.is_some() && caller.person == document.uploaded_by,
    }
}

/// Files of a draft may be taken back; what is part of a case stays.
pub(crate) fn remove(caller: &Caller, document: &Document) -> Result<()> {
    if !sees(caller, document) {
        return Err(Error::not_found("document"));
    }
    match document.subject {
        Subject::Draft(_) => Ok(()),
        Subject::Case(_) => Err(Error::conflict("document-kept")),
    }
}
