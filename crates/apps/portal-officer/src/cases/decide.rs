//! Decides a case, with a text and perhaps a file.

use super::act::{Tried, answer, at_case, revision};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Act, Decide, Outcome};
use documents::{InspectedFile, too_large};
use kernel::{Error, ErrorKind, FieldError, Result};
use web_kit::{Answer, Upload, UploadedFile, Visit, aside};

/// Decides and leads back to the case.
pub async fn decide(visit: Visit, Path(number): Path<String>, sent: Upload) -> Answer {
    let text = |name: &str| sent.fields.text(name).to_owned();
    let typed = TypedAct { outcome: text("outcome"), text: text("text"), ..TypedAct::default() };
    let file = sent.file("file").cloned();
    let name = file.as_ref().map(|file| file.name.clone());
    let tried = Tried { number: number.parse()?, seen: revision(&sent.fields)?, act: Act::Decide, typed, file: name };
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried, file).await;
    answer(&visit, tried, outcome, "case-decided").await
}

async fn keep(visit: &Visit, tried: &Tried, file: Option<UploadedFile>) -> Result<()> {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let outcome = told(outcome(&tried.typed), &mut above)?;
    let file = told(inspected(visit, file).await, &mut below)?.flatten();
    let Some(outcome) = outcome.filter(|_| below.is_empty()) else {
        // What is wrong with the text between them is told at once, and not when these are right.
        let wrong = above.into_iter().chain(cases::decision_faults(&tried.typed.text)).chain(below);
        return Err(Error::invalid("form-has-errors").fields(wrong));
    };
    let (number, text) = (tried.number.clone(), tried.typed.text.clone());
    let mut tx = visit.write().await?;
    cases::decide(&mut tx, Decide { number, revision: tried.seen, outcome, text, file }).await?;
    tx.commit().await
}

/// The outcome chosen.
fn outcome(typed: &TypedAct) -> Result<Outcome> {
    typed.outcome.parse().map_err(|_| Error::invalid("form-has-errors").field("outcome", "work-outcome"))
}

/// The file that came with a form, if one did; what is wrong with it stands beside its input.
pub(super) async fn inspected(visit: &Visit, file: Option<UploadedFile>) -> Result<Option<InspectedFile>> {
    let Some(file) = file else { return Ok(None) };
    inspect(visit, file).await.map(Some).map_err(|error| error.beside("file"))
}

/// What came of reading a field, or nothing with what is wrong with it among the rest.
pub(super) fn told<T>(outcome: Result<T>, wrong: &mut Vec<FieldError>) -> Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::Invalid && !error.field_errors().is_empty() => {
            wrong.extend(error.field_errors().iter().cloned());
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Looks into the file away from the threads that serve requests; one that is too large never came in.
async fn inspect(visit: &Visit, file: UploadedFile) -> Result<InspectedFile> {
    let limit = visit.state().settings().upload_limit;
    if file.too_large {
        return Err(too_large(&file.name, limit));
    }
    aside(move || documents::inspect(&file.name, file.content, limit)).await
}
