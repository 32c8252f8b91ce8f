//! What an institution sees of the enquiries that it answers.

use crate::{Enquiry, EnquiryLine, EnquiryState, policy, store};
use kernel::{EnquiryId, Error, Page, PageRequest, Result, Role};
use storage::{AccessRecord, Read, Write};

/// One page of the institution's enquiries in one state, soonest due first (POR-05); those of all for an auditor.
///
/// # Errors
/// Forbidden for everybody but staff who answer, and auditors; invalid `bad-cursor`.
pub async fn enquiries(tx: &Read, state: EnquiryState, page: &PageRequest) -> Result<Page<EnquiryLine>> {
    let own = policy::reads(tx.caller())?;
    store::list(tx, state, own, page).await
}

/// Opens an enquiry. The access record is written in the same unit of work: the door commits before it shows anything
/// (PRF-03).
///
/// # Errors
/// Not found for one of another institution; forbidden for other roles; unavailable when the record cannot be written.
pub async fn open_enquiry(tx: &mut Write, id: EnquiryId) -> Result<Enquiry> {
    let own = policy::reads(tx.caller())?;
    let found = store::by_id(tx, id).await?.ok_or_else(|| Error::not_found("enquiry"))?;
    if let Some(own) = own {
        policy::require_own(own, found.line.institution)?;
    }
    if let Some(subject) = found.person {
        let purpose = if tx.caller().role == Role::Auditor { "audit" } else { "answer-enquiry" };
        tx.record_access(AccessRecord { subject, what: "enquiry", purpose, case: None }).await?;
    }
    Ok(found)
}
