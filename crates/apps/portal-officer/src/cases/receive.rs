//! Registers what the client answered another way: by post, by phone, in person.

use super::act::{Tried, answer, at_case};
use super::fields::{channel, inspected, told};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Act, ReceivedAnswer};
use kernel::{Error, Result};
use web_kit::{Answer, Upload, UploadedFile, Visit};

/// Registers the answer and leads back to the case, where the clock goes on.
pub async fn receive(visit: Visit, Path(number): Path<String>, sent: Upload) -> Answer {
    let text = |name: &str| sent.fields.text(name).to_owned();
    let typed = TypedAct { answer: text("answer"), channel: text("channel"), ..TypedAct::default() };
    let file = sent.file("file").cloned();
    let tried = Tried::new(&number, Act::Answer, &sent.fields, typed)?.with(file.as_ref());
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried, file).await;
    answer(&visit, tried, outcome, "answer-registered").await
}

async fn keep(visit: &Visit, tried: &Tried, file: Option<UploadedFile>) -> Result<()> {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let channel = told(channel("channel", &tried.typed.channel), &mut above)?;
    let with_file = file.is_some();
    let file = told(inspected(visit, file).await, &mut below)?.flatten();
    let Some(channel) = channel.filter(|_| below.is_empty()) else {
        // What is wrong with the text between them is told at once, and not when these are right.
        let wrong = above.into_iter().chain(cases::answer_faults(&tried.typed.answer, with_file)).chain(below);
        return Err(Error::invalid("form-has-errors").fields(wrong));
    };
    let (number, text) = (tried.number.clone(), tried.typed.answer.clone());
    let mut tx = visit.write().await?;
    cases::answer_received(&mut tx, ReceivedAnswer { number, revision: tried.seen, channel, text, file }).await?;
    tx.commit().await
}
