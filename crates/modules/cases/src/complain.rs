//! The client complains about how a case is handled.

use crate::{Action, Case, CaseNumber, change, events, store};
use kernel::Result;
use storage::{NewEvent, Write};

/// A complaint (REG-12).
#[derive(Debug, Clone)]
pub struct Complain {
    /// About which case.
    pub number: CaseNumber,
    /// What is wrong.
    pub text: String,
}

/// Keeps a complaint; it counts in the indicators of the service. The same words about the same case, sent twice, are
/// one complaint.
///
/// # Errors
/// Not found for a foreign case; invalid for an empty text or one over 4,000 characters.
pub async fn complain(tx: &mut Write, input: Complain) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::ActAsClient, None).await?;
    let words = input.text.trim();
    if store::complaints(tx, case.id).await?.iter().any(|earlier| earlier.text == words) {
        return Ok(());
    }
    let fact = complain_now(tx, &case, words).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// Complains about a case that the caller has loaded and may complain about; the case is to be kept with the fact.
pub async fn complain_now(tx: &Write, case: &Case, text: &str) -> Result<NewEvent> {
    let text = change::required_text("complaint", text, 4000)?;
    store::insert_complaint(tx, case.id, &text).await?;
    events::complaint_filed(case)
}
