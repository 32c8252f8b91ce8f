//! How every act on a case is answered: back to the case when it is done; the page again, with everything typed, when
//! the input is wrong, the case changed meanwhile, or its state no longer allows the act.

use super::course;
use super::open::open;
use super::page::{CasePage, TypedAct};
use crate::parts::form_errors;
use cases::{Act, CaseNumber};
use http::StatusCode;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Failure, Fields, Visit};

/// An act that was tried.
pub struct Tried {
    /// On which case.
    pub number: CaseNumber,
    /// The revision the officer had seen.
    pub seen: i64,
    /// What was to be done.
    pub act: Act,
    /// What was typed.
    pub typed: TypedAct,
}

/// The revision in the hidden field.
///
/// # Errors
/// Invalid `bad-form` when it is missing or no number.
pub fn revision(sent: &Fields) -> Result<i64> {
    sent.text("revision").parse().map_err(|_| Error::invalid("bad-form"))
}

/// The visit as one of the page of the case: what is refused is shown there, and its link to the other language leads there.
pub fn at_case(visit: Visit, number: &CaseNumber) -> Visit {
    visit.shown_at(&format!("/work/cases/{}", number.slug()))
}

/// The answer to an act: `done` is the last part of the text `done-…`.
pub async fn answer(visit: &Visit, tried: Tried, outcome: Result<()>, done: &str) -> Answer {
    match outcome {
        Ok(()) => visit.redirect(&format!("/work/cases/{}?done={done}", tried.number.slug())),
        Err(error) => again(visit, tried, error).await,
    }
}

async fn again(visit: &Visit, tried: Tried, error: Error) -> Answer {
    let status = match error.kind() {
        ErrorKind::Stale => StatusCode::PRECONDITION_FAILED,
        ErrorKind::Conflict => StatusCode::CONFLICT,
        kind if kind.is_correctable() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => return Err(Failure::from(error)),
    };
    let page = refused(visit, tried, error).await?;
    visit.render_with(status, &page)
}

/// The page as it is now, with what was typed, what is wrong, and what has changed.
async fn refused(visit: &Visit, tried: Tried, error: Error) -> Result<CasePage> {
    let mut page = open(visit, &tried.number).await?;
    if error.kind() == ErrorKind::Stale {
        let tx = visit.read().await?;
        let (case, stages) = cases::history(&tx, &tried.number).await?;
        page.changed = course::since(visit, &tx, &case, &stages, tried.seen).await?;
    }
    let correctable = error.kind().is_correctable();
    let errors = form_errors(visit, error)?;
    let (there, text) = match tried.act {
        Act::Ask => (page.actions.ask, &tried.typed.question),
        Act::Decide => (page.actions.decide, &tried.typed.text),
        Act::Deliver => (page.actions.deliver, &tried.typed.channel),
        _ => (false, &tried.typed.text),
    };
    if correctable && there {
        page.errors = errors;
    } else {
        // Nothing that the person could correct in a field, or no field to correct it in.
        page.refusals = errors.items.into_iter().map(|item| item.text).collect();
    }
    page.kept = (!there && !text.is_empty() && tried.act != Act::Deliver).then(|| text.clone());
    page.open_form = tried.act.as_str();
    page.typed = tried.typed;
    Ok(page)
}
