//! Keeping what was typed of a template: at once, or until a day. What the public would see of it is shown and confirmed
//! first.

use super::confirm::ConfirmPage;
use super::form::Typed;
use super::written;
use catalogue::{ChangeTemplate, PlanTemplate, Template, TemplateText};
use kernel::{Error, ErrorKind, Result};
use std::sync::Arc;
use storage::{Read, Write};
use web_kit::{Fields, Visit};

/// What came of it.
pub enum Kept {
    /// Nothing is kept: it is to be confirmed first, as it is now.
    Ask(Box<ConfirmPage>),
    /// It is in force.
    Now,
    /// It waits for its day.
    Planned,
}

/// Keeps the text, unless it changes what the public sees and that was not confirmed as it is now.
pub async fn keep(visit: &Visit, code: &str, typed: &Typed, sent: &Fields) -> Result<Kept> {
    let mut tx = visit.write().await?;
    let template = catalogue::template(&tx, code).await?;
    let before = written_over(&tx, &template, typed).await?;
    let change = ChangeTemplate {
        code: code.to_owned(),
        revision: typed.revision,
        text: written::text(typed, Some(&before))?,
        note: typed.note.clone(),
    };
    match (typed.from.as_str(), typed.replaces()) {
        ("", None) => {}
        // The text in force is another form: this one would end the waiting by the way.
        ("", Some(_)) => return Err(with_day_fault(&tx, &change, "template-plan-no-day").await),
        (day, replaces) => match catalogue::day_of(day) {
            Some(from) => return plan(visit, tx, PlanTemplate { change, from, replaces }, (typed, sent)).await,
            None => return Err(with_day_fault(&tx, &change, "edit-day").await),
        },
    }
    if let Some(effect) = catalogue::template_effect(&tx, &change).await?
        && effect.digest != sent.text("seen")
    {
        let page = ConfirmPage::of(visit, &tx, code, (typed, sent), effect, None).await?;
        return Ok(Kept::Ask(Box::new(page)));
    }
    catalogue::change_template(&mut tx, change).await?;
    tx.commit().await?;
    Ok(Kept::Now)
}

async fn plan(visit: &Visit, mut tx: Write, input: PlanTemplate, (typed, sent): (&Typed, &Fields)) -> Result<Kept> {
    let effect = catalogue::plan_effect(&tx, &input).await?;
    if effect.digest != sent.text("seen") {
        let code = &input.change.code;
        let page = ConfirmPage::of(visit, &tx, code, (typed, sent), effect, Some(input.from)).await?;
        return Ok(Kept::Ask(Box::new(page)));
    }
    catalogue::plan_template(&mut tx, input).await?;
    tx.commit().await?;
    Ok(Kept::Planned)
}

/// The text that the form was made of: the one that waits, when that is what is written on, or the one in force.
async fn written_over(tx: &Read, template: &Template, typed: &Typed) -> Result<Arc<TemplateText>> {
    let plans = catalogue::template_plans(tx, &template.code).await?;
    let open = plans.into_iter().find(|plan| typed.replaces() == Some(plan.number));
    Ok(open.map_or_else(|| Arc::clone(&template.text), |plan| plan.text))
}

/// What is wrong with the day, beside what is wrong with the text.
async fn with_day_fault(tx: &Read, change: &ChangeTemplate, key: &'static str) -> Error {
    match catalogue::template_effect(tx, change).await {
        Err(error) if error.kind() == ErrorKind::Invalid => error.field("from", key),
        Err(error) if error.kind() == ErrorKind::Stale => error,
        _ => Error::invalid("form-has-errors").field("from", key),
    }
}
