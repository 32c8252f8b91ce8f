//! How every act on a case is answered: back to the case when it is done; the page again, with everything typed, when
//! the input is wrong, the case changed meanwhile, or its state no longer allows the act.

use super::course;
use super::open::open;
use super::page::{CasePage, TypedAct};
use crate::parts::{about_file, file_again, form_errors};
use cases::{Act, CaseNumber, Outcome};
use http::StatusCode;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Failure, Fields, UploadedFile, Visit};

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
    /// The name of the file that came with it.
    pub file: Option<String>,
}

impl Tried {
    /// What was sent of `act` for the case with this number.
    ///
    /// # Errors
    /// Not found for what is no number; invalid `bad-form` when the revision is missing or no number.
    pub fn new(number: &str, act: Act, sent: &Fields, typed: TypedAct) -> Result<Self> {
        let seen = sent.text("revision").parse().map_err(|_| Error::invalid("bad-form"))?;
        Ok(Self { number: number.parse()?, seen, act, typed, file: None })
    }

    /// The same with the file that came along.
    pub fn with(self, file: Option<&UploadedFile>) -> Self {
        Self { file: file.map(|file| file.name.clone()), ..self }
    }
}

/// What is told of an act for which a button alone is pressed.
pub const NOTHING_TYPED: &str = "nothing";

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

/// Whether the form of an act is still on the page.
const fn is_there(page: &CasePage, act: Act) -> bool {
    match act {
        Act::Ask => page.actions.ask,
        Act::Answer => page.actions.answer,
        Act::Decide => page.actions.decide,
        Act::Deliver => page.actions.deliver,
        Act::Withdraw => page.actions.withdraw,
        _ => false,
    }
}

/// What was typed into a form that is no longer there: the outcome that was chosen, the words, and which file is lost.
fn kept(visit: &Visit, tried: &Tried) -> Option<String> {
    let typed = &tried.typed;
    let words = match tried.act {
        Act::Ask => &typed.question,
        Act::Answer => &typed.answer,
        _ => &typed.text,
    };
    let outcome = Some(&typed.outcome).filter(|word| word.parse::<Outcome>().is_ok());
    let outcome = outcome.map(|word| visit.text(&format!("outcome-{word}")));
    let file = tried.file.as_deref().map(|name| about_file(visit, "work-kept-file", name));
    let parts: Vec<&str> = [outcome.as_deref(), Some(words.as_str()), file.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// The page as it is now, with what was typed, what is wrong, and what has changed.
async fn refused(visit: &Visit, tried: Tried, error: Error) -> Result<CasePage> {
    let mut page = open(visit, &tried.number).await?;
    if error.kind() == ErrorKind::Stale {
        let tx = visit.read().await?;
        let (case, stages) = cases::history(&tx, &tried.number).await?;
        page.changed = course::since(visit, &tx, &case, &stages, tried.seen).await?;
    }
    let kind = error.kind();
    let correctable = kind.is_correctable();
    let mut errors = form_errors(visit, error)?;
    let there = is_there(&page, tried.act);
    if there && kind != ErrorKind::Conflict {
        file_again(visit, &mut errors, tried.file.as_deref());
    }
    if correctable && there {
        page.errors = errors;
    } else {
        // Nothing that the person could correct in a field, or no field to correct it in.
        page.refusals = errors.items.into_iter().map(|item| item.text).collect();
    }
    page.kept = if there { None } else { kept(visit, &tried) };
    page.advice = match &page.kept {
        Some(_) => "over",
        None if there && tried.typed != TypedAct::default() => "next",
        None => NOTHING_TYPED,
    };
    page.open_form = tried.act.as_str();
    page.typed = tried.typed;
    Ok(page)
}
