//! Answering an enquiry.

use crate::events::{ENQUIRY_ANSWERED, append};
use crate::{ENQUIRY_OVERDUE_TIMER, EnquiryState, policy, store};
use kernel::{EnquiryId, Error, Result};
use storage::Write;

/// Longest answer, in characters.
const LONGEST: usize = 8000;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerEnquiry {
    /// To which enquiry.
    pub id: EnquiryId,
    /// The revision that was seen.
    pub revision: i64,
    /// The answer, as the writer reads it.
    pub answer: String,
}

/// Answers; the writer reads it at once.
///
/// # Errors
/// Not found for an enquiry of another institution; forbidden for roles that do not answer; invalid `enquiry-answer` at
/// field `answer`; conflict `enquiry-answered`; stale `enquiry-changed`.
pub async fn answer_enquiry(tx: &mut Write, input: AnswerEnquiry) -> Result<()> {
    let line = open_line(tx, input.id, input.revision).await?;
    let answer = input.answer.trim();
    if answer.is_empty() || answer.chars().count() > LONGEST {
        return Err(Error::invalid("form-has-errors").field("answer", "enquiry-answer"));
    }
    store::answer(tx, input.id, input.revision, answer).await?;
    tx.cancel_timer(ENQUIRY_OVERDUE_TIMER, input.id.uuid()).await?;
    append(tx, &line, ENQUIRY_ANSWERED, None).await
}

/// The line of an open enquiry that the caller's institution answers, as it was seen.
pub(crate) async fn open_line(tx: &Write, id: EnquiryId, revision: i64) -> Result<crate::EnquiryLine> {
    let own = policy::answers_for(tx.caller())?;
    let found = store::by_id(tx, id).await?.ok_or_else(|| Error::not_found("enquiry"))?;
    policy::require_own(own, found.line.institution)?;
    if found.line.state != EnquiryState::Open {
        return Err(Error::conflict("enquiry-answered"));
    }
    if found.revision != revision {
        return Err(Error::stale("enquiry-changed"));
    }
    Ok(found.line)
}
