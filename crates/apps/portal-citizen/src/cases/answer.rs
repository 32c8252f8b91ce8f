//! The client answers what the institution asked.

use ::cases::{Answer as Given, CaseNumber, answer_faults};
use axum::extract::Path;
use kernel::{Error, ErrorKind, FieldError, Result};
use web_kit::{Answer, FormErrors, Upload, Visit};

use super::show::{CasePage, Typed, refused};
use crate::drafts::accepted;

/// The field of the files.
const FILE: &str = "file";

/// `POST /cases/{number}/answer`: words, files or both.
pub(crate) async fn answer(visit: Visit, Path(number): Path<String>, upload: Upload) -> Answer {
    let number: CaseNumber = number.parse()?;
    let visit = visit.shown_at(&format!("/cases/{}", number.slug()));
    let text = upload.fields.text("answer").to_owned();
    match give(&visit, &number, &text, &upload).await {
        Ok(()) => visit.redirect(&format!("/cases/{}?done=answered", number.slug())),
        Err(error) if matches!(error.kind(), ErrorKind::Conflict | ErrorKind::Stale) => {
            refused(&visit, &number, Typed { answer: text, ..Typed::default() }, error).await
        }
        Err(error) => {
            let mut errors = errors_of_files(&visit.form_errors(error)?);
            files_again(&visit, upload.files.len(), &mut errors);
            let typed = Typed { answer: text, ..Typed::default() };
            visit.render_invalid(&CasePage::load(&visit, &number, typed, errors).await?)
        }
    }
}

async fn give(visit: &Visit, number: &CaseNumber, text: &str, upload: &Upload) -> Result<()> {
    let (mut files, mut refused) = (Vec::with_capacity(upload.files.len()), Vec::new());
    for sent in &upload.files {
        match accepted(visit, sent).await {
            Ok(file) => files.push(file),
            Err(error) if error.kind().is_correctable() => refused.push(FieldError::of(FILE, &error)),
            Err(error) => return Err(error),
        }
    }
    if !refused.is_empty() {
        // What is wrong with the words above them is told at once, and not when the files are right.
        let wrong = answer_faults(text, true).into_iter().chain(refused);
        return Err(Error::invalid("form-has-errors").fields(wrong));
    }
    let seen = upload.fields.text("revision").parse().ok();
    let mut tx = visit.write().await?;
    ::cases::answer(&mut tx, Given { number: number.clone(), text: text.to_owned(), files, seen }).await?;
    tx.commit().await
}

/// A browser does not choose a file again by itself: whoever corrects the words, or one file of several, would send them
/// without those that were in order. A file that is wrong itself needs no such words.
fn files_again(visit: &Visit, sent: usize, errors: &mut FormErrors) {
    let told = errors.items.iter().filter(|item| item.field.as_deref() == Some(FILE)).count();
    if sent > told {
        let key = if sent == 1 { "case-answer-file-again" } else { "case-answer-files-again" };
        errors.add(Some(FILE), visit.text(key));
    }
}

/// What is wrong with no field in particular is wrong with the file.
fn errors_of_files(errors: &FormErrors) -> FormErrors {
    let mut own = FormErrors::none();
    for item in &errors.items {
        own.add(Some(item.field.as_deref().unwrap_or(FILE)), item.text.clone());
    }
    own
}
