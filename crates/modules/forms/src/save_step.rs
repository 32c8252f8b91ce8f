//! Saves one step, valid or not: nothing that somebody typed is lost.

use crate::draft::{DRAFT_DAYS, Draft};
use crate::events::{self, Saved};
use crate::expire::EXPIRE_TIMER;
use crate::model::{Answers, Definition, Field, Step};
use crate::normalise::{RawInput, normalise};
use crate::view_draft::load_open;
use crate::{attach_file, store};
use chrono::{NaiveDate, TimeDelta};
use kernel::{DraftId, Error, FieldError, Result, riga_date};
use storage::{Expected, Stream, Write};

/// What a page sends.
#[derive(Debug, Clone)]
pub struct SaveStep {
    /// The draft.
    pub draft: DraftId,
    /// Key of the step.
    pub step: String,
    /// What was typed.
    pub raw: RawInput,
    /// The revision that the page showed.
    pub revision: i64,
}

/// Where to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Stay: there are errors, or an answer has revealed a question on the same page.
    Same,
    /// To the step with this key.
    Step(String),
    /// To the page where everything is checked.
    Check,
}

/// What came of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepOutcome {
    /// What is wrong with the fields of the step; paths are field names.
    pub errors: Vec<FieldError>,
    /// Where to go on.
    pub next: Next,
    /// The revision to send with the next change.
    pub revision: i64,
}

/// Saves what was typed on one step and checks it.
///
/// # Errors
/// Not found `draft` or `form-step`; gone `draft-expired`; conflict `draft-submitted`; stale `changed-meanwhile` when
/// the draft was changed in another window since the page was shown. What is wrong with the answers is no error but
/// part of the outcome.
pub async fn save_step(tx: &mut Write, input: SaveStep) -> Result<StepOutcome> {
    let mut draft = load_open(tx, input.draft).await?;
    let definition = draft.definition()?;
    let step = definition.step(&input.step).ok_or_else(|| Error::not_found("form-step").arg("step", &input.step))?;
    let fields = typed_fields(&definition, step, &draft, &input.raw);
    draft.raw.replace(&fields, &input.raw);
    normalise(&fields, &input.raw, &mut draft.answers);

    let answers = attach_file::answers_of(tx, &draft).await?;
    let (errors, next) = assess(&definition, step, &answers, &input.raw, riga_date(tx.now()));
    draft.step = match &next {
        Next::Same => step.key.clone(),
        Next::Step(key) => key.clone(),
        Next::Check => "check".to_owned(),
    };
    let saved = Saved { service: &draft.service_code, step: &step.key, complete: errors.is_empty() };
    let fact = events::saved(&saved)?;
    draft.revision = tx.append(Stream::draft(draft.id), Expected::At(input.revision), vec![fact]).await?;
    draft.updated_at = tx.now();
    draft.expires_at = tx.now() + TimeDelta::days(DRAFT_DAYS);
    store::update(tx.conn(), &draft).await?;
    tx.schedule(EXPIRE_TIMER, draft.id.uuid(), draft.expires_at).await?;
    Ok(StepOutcome { errors, next, revision: draft.revision })
}

/// The fields that the page had: those it sent something for, and those it showed (an unticked box sends nothing).
fn typed_fields<'a>(definition: &'a Definition, step: &'a Step, draft: &Draft, raw: &RawInput) -> Vec<&'a Field> {
    let visible = definition.steps(&draft.answers);
    let was_visible =
        |field: &Field| visible.iter().flat_map(|step| &step.fields).any(|shown| shown.name == field.name);
    let sent = |field: &Field| field.inputs().iter().any(|input| !raw.values(input).is_empty());
    let asked = step.fields.iter().filter(|field| !field.is_settled() && raw.shows(field));
    asked.filter(|field| sent(field) || was_visible(field)).collect()
}

/// Errors of the step and where to go on. A question that the page did not show yet is not an error of the person; it is
/// shown before they go on, also when a register has answered it: nobody sends what they have not seen asked.
fn assess(
    definition: &Definition,
    step: &Step,
    answers: &Answers,
    raw: &RawInput,
    today: NaiveDate,
) -> (Vec<FieldError>, Next) {
    let mut errors = definition.validate_step(&step.key, answers, today);
    errors.retain(|error| definition.field(&error.path).is_none_or(|field| raw.shows(field)));
    let steps = definition.steps(answers);
    let mut here = steps.iter().filter(|visible| visible.step.key == step.key).flat_map(|visible| &visible.fields);
    let revealed = here.any(|field| !field.is_settled() && !raw.shows(field));
    if revealed || !errors.is_empty() {
        return (errors, Next::Same);
    }
    let mut later = steps.iter().map(|visible| &visible.step.key).skip_while(|key| **key != step.key).skip(1);
    (errors, later.next().map_or(Next::Check, |key| Next::Step(key.clone())))
}
