//! Asks the client; the clock stands still until the answer.

use super::act::{Tried, answer, at_case};
use super::page::TypedAct;
use axum::extract::Path;
use cases::{Act, Ask};
use kernel::{Error, Result};
use web_kit::{Answer, Fields, Visit};

/// Asks and leads back to the case.
pub async fn ask(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let text = |name: &str| sent.text(name).to_owned();
    let typed = TypedAct { question: text("question"), days: text("days"), ..TypedAct::default() };
    let tried = Tried::new(&number, Act::Ask, &sent, typed)?;
    let visit = at_case(visit, &tried.number);
    let outcome = keep(&visit, &tried).await;
    answer(&visit, tried, outcome, "client-asked").await
}

async fn keep(visit: &Visit, tried: &Tried) -> Result<()> {
    let days = days(&tried.typed)?;
    let (number, question) = (tried.number.clone(), tried.typed.question.clone());
    let mut tx = visit.write().await?;
    cases::ask(&mut tx, Ask { number, revision: tried.seen, question, days }).await?;
    tx.commit().await
}

/// Working days as typed; none is the usual number. Which numbers there are is for the use case to say.
fn days(typed: &TypedAct) -> Result<Option<u16>> {
    if typed.days.is_empty() {
        return Ok(None);
    }
    if let Ok(days) = typed.days.parse() {
        return Ok(Some(days));
    }
    let wrong = Error::invalid("form-has-errors").fields(cases::question_faults(&typed.question));
    Err(wrong.field("days", "answer-days"))
}
