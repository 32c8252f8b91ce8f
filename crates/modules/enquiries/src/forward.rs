//! Passing an enquiry on to the institution that can answer.

use crate::addressees::require_addressee;
use crate::answer::open_line;
use crate::events::{ENQUIRY_FORWARDED, append};
use crate::{EnquiryLine, store};
use kernel::{EnquiryId, Error, InstitutionId, Result};
use storage::Write;

/// Longest reason, in characters.
const LONGEST: usize = 500;

/// To whom and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForwardEnquiry {
    /// Which enquiry.
    pub id: EnquiryId,
    /// The revision that was seen.
    pub revision: i64,
    /// Who is to answer; none when nobody was chosen.
    pub to: Option<InstitutionId>,
    /// Why, as the writer reads it.
    pub reason: String,
}

/// Passes it on. The term of the law goes on, and the writer sees who has it now and why.
///
/// # Errors
/// Not found for an enquiry of another institution; forbidden for roles that do not answer; invalid `enquiry-institution`
/// (nobody, or the same institution), `enquiry-no-letters` (a service centre) and `enquiry-reason`; conflict
/// `enquiry-answered`; stale `enquiry-changed`.
pub async fn forward_enquiry(tx: &mut Write, input: ForwardEnquiry) -> Result<()> {
    let line = open_line(tx, input.id, input.revision).await?;
    let reason = input.reason.trim();
    let mut error = Error::invalid("form-has-errors");
    let to = input.to.filter(|to| *to != line.institution);
    if to.is_none() {
        error = error.field("institution", "enquiry-institution");
    }
    if reason.is_empty() || reason.chars().count() > LONGEST {
        error = error.field("reason", "enquiry-reason");
    }
    let Some(to) = to.filter(|_| error.field_errors().is_empty()) else { return Err(error) };
    let institution = institutions::find(tx, to).await?;
    require_addressee(&institution)?;
    store::forward(tx, input.id, input.revision, line.institution, to, reason).await?;
    append(tx, &EnquiryLine { institution: to, ..line }, ENQUIRY_FORWARDED, None).await
}
