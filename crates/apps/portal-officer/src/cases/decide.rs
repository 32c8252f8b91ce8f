//! Decides a case, with a text and perhaps a file.

use super::act::{Tried, answer, at_case, revision};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Decide, Outcome};
use documents::{InspectedFile, too_large};
use kernel::{Error, FieldError, Result};
use web_kit::{Answer, Upload, UploadedFile, Visit};

/// Decides and leads back to the case.
pub async fn decide(visit: Visit, Path(number): Path<String>, sent: Upload) -> Answer {
    let text = |name: &str| sent.fields.text(name).to_owned();
    let typed = TypedAct { outcome: text("outcome"), text: text("text"), ..TypedAct::default() };
    let tried = Tried { number: number.parse()?, seen: revision(&sent.fields)?, form: "decide", typed };
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried, sent.file("file").cloned()).await;
    answer(&visit, tried, outcome, "case-decided").await
}

async fn keep(visit: &Visit, tried: &Tried, file: Option<UploadedFile>) -> Result<()> {
    let outcome = outcome(&tried.typed)?;
    let file = match file {
        Some(file) => Some(inspect(visit, file).await.map_err(|error| beside_the_file(&error))?),
        None => None,
    };
    let (number, text) = (tried.number.clone(), tried.typed.text.clone());
    let mut tx = visit.write().await?;
    cases::decide(&mut tx, Decide { number, revision: tried.seen, outcome, text, file }).await?;
    tx.commit().await
}

/// The outcome chosen; a missing text is told together with a missing outcome.
fn outcome(typed: &TypedAct) -> Result<Outcome> {
    typed.outcome.parse().map_err(|_| {
        let wrong = Error::invalid("form-has-errors").field("outcome", "work-outcome");
        if typed.text.is_empty() { wrong.field("text", "text-needed") } else { wrong }
    })
}

/// Looks into the file away from the threads that serve requests; one that is too large never came in.
pub(super) async fn inspect(visit: &Visit, file: UploadedFile) -> Result<InspectedFile> {
    let limit = visit.state().settings().upload_limit;
    if file.too_large {
        return Err(too_large(&file.name, limit));
    }
    let looked = tokio::task::spawn_blocking(move || documents::inspect(&file.name, file.content, limit)).await;
    // The cause is not kept: it quotes the words of a panic.
    looked.map_err(|_| Error::internal("panic"))?
}

/// The words of a refused file stand beside its input.
pub(super) fn beside_the_file(error: &Error) -> Error {
    let field = FieldError { path: "file".to_owned(), key: error.key().to_owned(), args: error.args().to_vec() };
    Error::invalid("form-has-errors").fields([field])
}
