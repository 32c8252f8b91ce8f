//! A draft becomes a case.

use crate::draft::Draft;
use crate::expire::EXPIRE_TIMER;
use crate::model::Answers;
use crate::source::Sources;
use crate::view_draft::load;
use crate::{attach_file, store};
use kernel::{CaseId, DraftId, Error, Result, riga_date};
use storage::Write;

/// What became of submitting.
#[derive(Debug, Clone, PartialEq)]
pub enum Completion {
    /// The draft is complete and now belongs to the case.
    Ready(Box<CompletedDraft>),
    /// It was submitted before, as this case: reloading a page or clicking twice submits once.
    AlreadySubmitted(CaseId),
}

/// A complete application.
#[derive(Debug, Clone, PartialEq)]
pub struct CompletedDraft {
    /// The service.
    pub service_code: String,
    /// The form.
    pub form_key: String,
    /// Its version.
    pub form_version: u32,
    /// The answers, with the ids of the documents.
    pub answers: Answers,
    /// Where answers came from.
    pub sources: Sources,
}

/// Turns the caller's draft into the application of `case`, in the transaction that makes the case: checks every
/// answer, hands the files over, forgets the draft's own copy. Of two submissions at once one gets the other's case.
/// `seen` is the revision whose answers the caller has checked, where the door knows it.
///
/// # Errors
/// Not found `draft`; gone `draft-expired`; stale `changed-meanwhile` when the draft is another than was seen; invalid
/// `answers` with every field that is wrong (paths `answers/<field>`).
pub async fn complete(tx: &mut Write, id: DraftId, case: CaseId, seen: Option<i64>) -> Result<Completion> {
    let mut draft = load(tx, id).await?;
    if let Some(earlier) = draft.submitted_case {
        return Ok(Completion::AlreadySubmitted(earlier));
    }
    draft.require_open(tx.now())?;
    if seen.is_some_and(|seen| seen != draft.revision) {
        return Err(Error::stale("changed-meanwhile"));
    }
    let answers = checked(tx, &draft).await?;
    let sources = draft.sources.iter().filter(|(name, _)| crate::pointer::get(&answers, name).is_some());
    let completed = CompletedDraft {
        service_code: draft.service_code.clone(),
        form_key: draft.form_key.clone(),
        form_version: draft.form_version,
        sources: sources.map(|(name, source)| (name.clone(), source.clone())).collect(),
        answers,
    };
    draft.forget();
    draft.submitted_case = Some(case);
    if !store::submit(tx.conn(), &draft).await? {
        return submitted_meanwhile(tx, id).await;
    }
    documents::attach_to_case(tx, id, case).await?;
    tx.cancel_timer(EXPIRE_TIMER, id.uuid()).await?;
    Ok(Completion::Ready(Box::new(completed)))
}

/// The answers as they are submitted. Files in fields that are not asked any more are taken away.
async fn checked(tx: &mut Write, draft: &Draft) -> Result<Answers> {
    let definition = draft.definition()?;
    let mut documents = attach_file::documents_of(tx, draft.id).await?;
    let answers = definition.with_files(&draft.answers, &attach_file::files(&documents));
    let relevant = definition.relevant(&answers);
    let is_kept = |field: &str| crate::pointer::get(&relevant, field).is_some();
    for unasked in documents.iter().filter(|document| !is_kept(&document.field)) {
        documents::remove(tx, unasked.id).await?;
    }
    documents.retain(|document| is_kept(&document.field));
    definition.validate_all(&relevant, &attach_file::files(&documents), riga_date(tx.now()))
}

/// Another unit of work changed the draft between reading and writing.
async fn submitted_meanwhile(tx: &Write, id: DraftId) -> Result<Completion> {
    let case = load(tx, id).await?.submitted_case;
    case.map(Completion::AlreadySubmitted).ok_or_else(|| Error::stale("changed-meanwhile"))
}
