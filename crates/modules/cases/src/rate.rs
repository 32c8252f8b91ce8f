//! The client says what the service was like.

use crate::{Action, Case, CaseNumber, Feedback, change, events, store};
use kernel::{Error, ErrorKind, FieldError, Result, no_faults};
use storage::{NewEvent, Write};

/// A rating, once per case (ANA-02, ANA-13).
#[derive(Debug, Clone)]
pub struct Rate {
    /// Which case.
    pub number: CaseNumber,
    /// 1 (bad) to 5 (very good).
    pub rating: u8,
    /// Words; may be empty.
    pub comment: String,
}

/// Keeps a rating.
///
/// # Errors
/// Invalid for a rating that is not 1 to 5 or a comment over 2,000 characters; conflict before the result is there or
/// when the case is rated already.
pub async fn rate(tx: &mut Write, input: Rate) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::ActAsClient, None).await?;
    let fact = rate_now(tx, &case, input.rating, &input.comment).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// Rates a case that the caller has loaded and may rate; the case is to be kept with the fact.
pub async fn rate_now(tx: &Write, case: &Case, rating: u8, comment: &str) -> Result<NewEvent> {
    let unrated = (!(1..=5).contains(&rating)).then(|| FieldError::new("rating", "rating-needed"));
    let fitting = || change::fitting_text("comment", comment, 2000);
    no_faults(unrated.into_iter().chain(change::faults_of(fitting())).collect())?;
    let comment = fitting()?;
    if !case.state.has_ended() {
        return Err(Error::conflict("case-not-over").arg("number", &case.number));
    }
    let comment = (!comment.is_empty()).then_some(comment);
    let feedback = Feedback { rating, comment, rated_at: tx.now() };
    store::insert_feedback(tx, case.id, &feedback).await.map_err(|error| match error.kind() {
        ErrorKind::Conflict => Error::conflict("case-rated").arg("number", &case.number),
        _ => error,
    })?;
    events::rated(case, rating)
}
