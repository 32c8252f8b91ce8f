//! Whether the answer helped.

use crate::events::{ENQUIRY_RATED, append};
use crate::{EnquiryState, enquiry_by_reference, own_enquiry, store};
use kernel::{EnquiryId, Error, Result};
use storage::Write;

/// Which enquiry a writer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// One of the caller's own.
    Own(EnquiryId),
    /// That of a reference.
    Reference(String),
}

/// A rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateEnquiry {
    /// Of which enquiry.
    pub which: Which,
    /// Whether the answer helped.
    pub helpful: bool,
}

/// Keeps a rating, once.
///
/// # Errors
/// Not found for what is not the writer's; conflict `enquiry-not-answered`, `enquiry-rated`.
pub async fn rate_enquiry(tx: &mut Write, input: RateEnquiry) -> Result<()> {
    let found = match &input.which {
        Which::Own(id) => own_enquiry(tx, *id).await?,
        Which::Reference(reference) => enquiry_by_reference(tx, reference).await?,
    };
    if found.line.state != EnquiryState::Answered {
        return Err(Error::conflict("enquiry-not-answered"));
    }
    if found.helpful.is_some() || !store::rate(tx, found.line.id, input.helpful).await? {
        return Err(Error::conflict("enquiry-rated"));
    }
    append(tx, &found.line, ENQUIRY_RATED, Some(input.helpful)).await
}
