//! Decides a case, with a text and perhaps a file.

use super::act::{Tried, answer, at_case};
use super::fields::{inspected, told};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Act, Decide, Outcome};
use kernel::{Error, Result};
use web_kit::{Answer, Upload, UploadedFile, Visit};

/// Decides and leads back to the case.
pub async fn decide(visit: Visit, Path(number): Path<String>, sent: Upload) -> Answer {
    let text = |name: &str| sent.fields.text(name).to_owned();
    let typed = TypedAct { outcome: text("outcome"), text: text("text"), ..TypedAct::default() };
    let file = sent.file("file").cloned();
    let tried = Tried::new(&number, Act::Decide, &sent.fields, typed)?.with(file.as_ref());
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
