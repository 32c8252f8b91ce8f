//! The client answers; the clock goes on.

use crate::own::ANSWER_FIELDS;
use crate::{Act, Action, Case, CaseNumber, change, events, store};
use documents::{InspectedFile, Subject, Upload};
use kernel::{Channel, Error, FieldError, Party, Result};
use storage::{NewEvent, Write};

/// A client's answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Which case.
    pub number: CaseNumber,
    /// Words; may be empty when files say it.
    pub text: String,
    /// Files, as `documents::inspect` accepted them.
    pub files: Vec<InspectedFile>,
    /// The revision that the client has seen, where the door knows it: an answer never goes to another question.
    pub seen: Option<i64>,
}

/// A client's answer that came to the institution another way: by post, by phone, in person.
#[derive(Debug, Clone)]
pub struct ReceivedAnswer {
    /// Which case.
    pub number: CaseNumber,
    /// The revision the officer has seen.
    pub revision: i64,
    /// By which channel it came.
    pub channel: Channel,
    /// What the client said, or what was sent.
    pub text: String,
    /// A letter or document, as `documents::inspect` accepted it.
    pub file: Option<InspectedFile>,
}

/// Answers the open question of a case.
///
/// # Errors
/// Not found for a foreign case; stale when it changed since it was seen; conflict when nothing is asked; invalid when
/// neither words nor files come, or too many files.
pub async fn answer(tx: &mut Write, input: Answer) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::ActAsClient, input.seen).await?;
    let text = checked(&input.text, !input.files.is_empty())?;
    let owner = tx.caller().require_party()?;
    let fact = answered(tx, &mut case, &text, Some(owner), input.files).await?;
    change::keep(tx, &mut case, vec![fact]).await
}

/// An officer registers what the client answered another way (CSS-03); the client reads it like an own answer.
///
/// # Errors
/// Not found for a foreign case; stale when it changed since it was seen; conflict when nothing is asked, and for a file
/// where the client is unknown; invalid when neither words nor a file come.
pub async fn answer_received(tx: &mut Write, input: ReceivedAnswer) -> Result<()> {
    let mut case = change::load_for_change(tx, &input.number, Action::Handle, Some(input.revision)).await?;
    let text = checked(&input.text, input.file.is_some())?;
    let (owner, files) = (case.client, input.file.into_iter().collect());
    let fact = answered(tx, &mut case, &text, owner, files).await?;
    change::keep(tx, &mut case, vec![fact.channel(input.channel)]).await
}

/// Ends the open question of a case that the caller has loaded and may answer; the case is to be kept with the fact.
/// Files are the client's, so there are none of a client whom nobody knows.
async fn answered(
    tx: &mut Write,
    case: &mut Case,
    text: &str,
    owner: Option<Party>,
    files: Vec<InspectedFile>,
) -> Result<NewEvent> {
    case.advance(Act::Answer)?;
    let documents = files.len();
    // Each answer holds as many files as one field does: those of an earlier one leave no less room.
    let field = format!("{ANSWER_FIELDS}{}", case.revision);
    for file in files {
        let owner = owner.ok_or_else(|| Error::conflict("case-has-no-client"))?;
        let upload = Upload { owner, subject: Subject::Case(case.id), field: field.clone(), file };
        documents::store_upload(tx, upload).await?;
    }
    store::end_request(tx, case.id, Some(text)).await?;
    go_on(tx, case).await?;
    events::information_provided(case, documents)
}

/// The words of an answer, with or without files beside them.
fn checked(text: &str, with_files: bool) -> Result<String> {
    let text = change::fitting_text("answer", text, 8000)?;
    if text.is_empty() && !with_files {
        return Err(Error::invalid("form-has-errors").field("answer", "answer-needed"));
    }
    Ok(text)
}

/// What is wrong with the words of an answer, for a door that tells it together with what is wrong with the files.
#[must_use]
pub fn answer_faults(text: &str, with_files: bool) -> Vec<FieldError> {
    change::faults_of(checked(text, with_files))
}

/// The clock goes on with the working days that were left.
pub async fn go_on(tx: &mut Write, case: &mut Case) -> Result<()> {
    if let Some(remaining) = case.remaining.take() {
        let calendar = change::calendar_of(tx, case.handler).await?;
        case.due_at = calendar.resume(tx.now(), remaining);
    }
    tx.cancel_timer(change::ANSWER_LATE, case.id.uuid()).await?;
    if !case.overdue {
        tx.schedule(change::OVERDUE, case.id.uuid(), case.due_at).await?;
    }
    Ok(())
}
