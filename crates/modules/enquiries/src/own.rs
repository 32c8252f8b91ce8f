//! What a writer sees of their own enquiries.

use crate::send::hash_of;
use crate::{Enquiry, EnquiryLine, store};
use kernel::{EnquiryId, Error, Page, PageRequest, PersonId, Result, Role};
use storage::Read;

/// The enquiry of a reference: whoever has it may read it.
///
/// # Errors
/// Not found for an unknown reference and for what cannot be one.
pub async fn enquiry_by_reference(tx: &Read, reference: &str) -> Result<Enquiry> {
    let hash = hash_of(reference).map_err(|_| Error::not_found("enquiry"))?;
    store::by_hash(tx, &hash).await?.ok_or_else(|| Error::not_found("enquiry"))
}

/// The caller's own enquiries, newest first.
///
/// # Errors
/// Unauthenticated for somebody who is not signed in as a client; invalid `bad-cursor`.
pub async fn own_enquiries(tx: &Read, page: &PageRequest) -> Result<Page<EnquiryLine>> {
    store::of_person(tx, writer(tx)?, page).await
}

/// One of the caller's own enquiries.
///
/// # Errors
/// As [`own_enquiries`]; not found for a foreign one.
pub async fn own_enquiry(tx: &Read, id: EnquiryId) -> Result<Enquiry> {
    let me = writer(tx)?;
    let found = store::by_id(tx, id).await?.filter(|found| found.person == Some(me));
    found.ok_or_else(|| Error::not_found("enquiry"))
}

fn writer(tx: &Read) -> Result<PersonId> {
    let caller = tx.caller();
    caller.person.filter(|_| caller.role == Role::Client).ok_or_else(|| Error::unauthenticated("sign-in-needed"))
}
