//! The client complains about how a case is handled.

use crate::{Action, CaseNumber, change, events, store};
use kernel::Result;
use storage::Write;

/// A complaint (REG-12).
#[derive(Debug, Clone)]
pub struct Complain {
    /// About which case.
    pub number: CaseNumber,
    /// What is wrong.
    pub text: String,
}

/// Keeps a complaint; it counts in the indicators of the service.
///
/// # Errors
/// Not found for a foreign case; invalid for an empty text or one over 4,000 characters.
pub async fn complain(tx: &mut Write, input: Complain) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::ActAsClient, None).await?;
    let text = change::required_text("complaint", &input.text, 4000)?;
    store::insert_complaint(tx, case.id, &text).await?;
    let fact = events::complaint_filed(&case)?;
    change::keep(tx, &mut case, vec![fact]).await
}
