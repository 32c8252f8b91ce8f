//! An officer asks the client; the clock stands still.

use crate::{Act, Action, CaseNumber, InformationRequest, change, events, store};
use kernel::{Error, FieldError, Result};
use storage::Write;
use worktime::Deadline;

/// The most working days an officer can give; `error-answer-days` says so.
const MOST_DAYS: u16 = 60;

/// A question to the client.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the officer has seen.
    pub revision: i64,
    /// What is needed and why, in the client's language.
    pub question: String,
    /// Working days to answer, from 1 to 60; 5 when none is named.
    pub days: Option<u16>,
}

impl Ask {
    /// Working days a client has to answer when the officer names no other number.
    pub const USUAL_DAYS: u16 = 5;
}

/// Asks the client. The due time is kept as working days that are left, and counted anew when the answer comes.
///
/// # Errors
/// Invalid for an empty or too long question and for another number of days; conflict when the case is not being worked
/// on; stale when it changed.
pub async fn ask(tx: &mut Write, input: Ask) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::Handle, Some(input.revision)).await?;
    let (question, days) = checked(&input)?;
    case.advance(Act::Ask)?;
    let calendar = change::calendar_of(tx, case.handler).await?;
    let answer_due = calendar.due_at(tx.now(), Deadline::WorkingDays(days));
    case.remaining = Some(calendar.pause(tx.now(), case.due_at));
    let request = InformationRequest { question, asked_at: tx.now(), answer_due, answer: None, answered_at: None };
    store::insert_request(tx, case.id, &request).await?;
    tx.cancel_timer(change::OVERDUE, case.id.uuid()).await?;
    tx.schedule(change::ANSWER_LATE, case.id.uuid(), answer_due).await?;
    let fact = events::information_requested(&case, answer_due)?;
    change::keep(tx, &mut case, vec![fact]).await
}

fn worded(question: &str) -> Result<String> {
    change::required_text("question", question, 4000)
}

/// What is wrong with the words of a question, for a door that tells it together with what is wrong beside them.
#[must_use]
pub fn question_faults(question: &str) -> Vec<FieldError> {
    change::faults_of(worded(question))
}

/// The question and the days; everything that is wrong is told at once.
fn checked(input: &Ask) -> Result<(String, u16)> {
    let question = worded(&input.question);
    let days = input.days.unwrap_or(Ask::USUAL_DAYS);
    if (1..=MOST_DAYS).contains(&days) {
        return question.map(|question| (question, days));
    }
    let wrong = question.err().unwrap_or_else(|| Error::invalid("form-has-errors"));
    Err(wrong.field("days", "answer-days"))
}
