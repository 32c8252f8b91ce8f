//! The term of an enquiry ended.

use crate::events::append;
use crate::{ENQUIRY_OVERDUE, store};
use kernel::{EnquiryId, Result};
use storage::Write;

/// Timer: the term is over.
pub const ENQUIRY_OVERDUE_TIMER: &str = "enquiries.overdue";

/// Notes that the term of an enquiry is over, unless it was answered: the timer [`ENQUIRY_OVERDUE_TIMER`].
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn enquiry_overdue(tx: &mut Write, id: EnquiryId) -> Result<()> {
    let Some(found) = store::by_id(tx, id).await? else { return Ok(()) };
    if !found.line.is_overdue(tx.now()) {
        return Ok(());
    }
    append(tx, &found.line, ENQUIRY_OVERDUE, None).await
}
