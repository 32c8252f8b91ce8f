//! Adding an institution.

use super::model::InstitutionRecord;
use super::others::{among_others, code_fault};
use super::put::put_new;
use crate::{Institution, InstitutionKind, policy};
use kernel::{FieldError, InstitutionId, Result, no_faults};
use storage::Write;

/// An institution that is not there yet.
#[derive(Debug, Clone, PartialEq)]
pub struct AddInstitution {
    /// Its code, for ever.
    pub code: String,
    /// What is kept of it.
    pub record: InstitutionRecord,
}

/// Adds an institution (AUT-06, CEN-14). A service centre needs a municipality or a ministry above it, an address and a
/// position: people are led to the nearest one (POR-16).
///
/// # Errors
/// Forbidden for everybody but the platform; invalid by field, `code` among them.
pub async fn add_institution(tx: &mut Write, input: AddInstitution) -> Result<InstitutionId> {
    policy::may_keep_institutions(tx.caller())?;
    let AddInstitution { code, record } = input;
    let (parent, others) = among_others(tx, None, &record.identity).await?;
    let mut faults: Vec<FieldError> = code_fault(tx, &code).await?.into_iter().collect();
    faults.extend(record.identity.faults());
    faults.extend(others);
    faults.extend(centre_faults(&record));
    faults.extend(record.contacts.faults());
    no_faults(faults)?;
    let institution = record.clone().onto(Institution::blank(InstitutionId::new(tx.ids().uuid()), code), parent);
    put_new(tx, &institution, &record).await?;
    Ok(institution.id)
}

/// What a centre to which people are led lacks.
fn centre_faults(record: &InstitutionRecord) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if record.identity.kind != InstitutionKind::ServiceCentre {
        return faults;
    }
    if record.identity.parent.is_none() {
        faults.push(FieldError::new("parent", "institution-parent-centre"));
    }
    if record.contacts.address.as_deref().is_none_or(|address| address.trim().is_empty()) {
        faults.push(FieldError::new("address", "branch-address"));
    }
    if record.contacts.position.is_none() {
        faults.extend(["latitude", "longitude"].map(|field| FieldError::new(field, "branch-degrees")));
    }
    faults
}
