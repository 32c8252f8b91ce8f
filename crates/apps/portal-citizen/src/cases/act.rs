//! What a client says about a case: a rating, a complaint.

use ::cases::{CaseNumber, Complain, Rate};
use axum::extract::Path;
use kernel::{Error, Result};
use serde::Deserialize;
use web_kit::{Answer, Form, Visit};

use super::show::{Typed, refused};

/// What the form of the rating sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Rating {
    #[serde(default)]
    rating: String,
    #[serde(default)]
    comment: String,
}

/// What the form of the complaint sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Complaint {
    #[serde(default)]
    complaint: String,
}

/// `POST /cases/{number}/rate`
pub(crate) async fn rate(visit: Visit, Path(number): Path<String>, Form(sent): Form<Rating>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let visit = visit.shown_at(&format!("/cases/{}", number.slug()));
    let typed = Typed { rating: sent.rating.clone(), comment: sent.comment.clone(), ..Typed::default() };
    // No choice is no number; the use case says what is missing.
    let rating = sent.rating.parse().unwrap_or(0);
    let given = keep_rating(&visit, Rate { number: number.clone(), rating, comment: sent.comment }).await;
    answer(&visit, &number, typed, given, "rated").await
}

/// `POST /cases/{number}/complain`
pub(crate) async fn complain(visit: Visit, Path(number): Path<String>, Form(sent): Form<Complaint>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let visit = visit.shown_at(&format!("/cases/{}", number.slug()));
    let typed = Typed { complaint: sent.complaint.clone(), ..Typed::default() };
    let given = keep_complaint(&visit, Complain { number: number.clone(), text: sent.complaint }).await;
    answer(&visit, &number, typed, given, "complained").await
}

async fn keep_rating(visit: &Visit, input: Rate) -> Result<()> {
    let mut tx = visit.write().await?;
    ::cases::rate(&mut tx, input).await?;
    tx.commit().await
}

async fn keep_complaint(visit: &Visit, input: Complain) -> Result<()> {
    let mut tx = visit.write().await?;
    ::cases::complain(&mut tx, input).await?;
    tx.commit().await
}

/// Back to the case, or the page again with what was typed.
async fn answer(visit: &Visit, number: &CaseNumber, typed: Typed, given: Result<(), Error>, done: &str) -> Answer {
    match given {
        Ok(()) => visit.redirect(&format!("/cases/{}?done={done}", number.slug())),
        Err(error) => refused(visit, number, typed, error).await,
    }
}
