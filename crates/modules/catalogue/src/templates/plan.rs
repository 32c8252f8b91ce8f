//! A text of a template in use that waits for a day, and taking it back (UNI-01, CAT-17).

use super::change::{self, ChangeTemplate, Changeable};
use super::events::{PlanFact, TEMPLATE_PLAN_WITHDRAWN, TEMPLATE_PLANNED};
use super::{TEMPLATE_DAY_TIMER, TemplatePlanState, TemplateState, policy};
use crate::TemplateId;
use crate::publish::coming;
use crate::store::edit::Written;
use crate::store::{template_plans as plans, templates as rows};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, ErrorKind, Result, riga_date};
use storage::{Expected, Read, Write};

/// A new text of a template for a day to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTemplate {
    /// The text, and what its editor saw.
    pub change: ChangeTemplate,
    /// In force from the beginning of this day: tomorrow or later.
    pub from: NaiveDate,
    /// Number of the waiting text whose place it takes; none for the first one.
    pub replaces: Option<i32>,
}

/// What may wait.
pub(super) struct Plannable {
    pub change: Changeable,
    /// The beginning of its day.
    pub from: DateTime<Utc>,
    /// What waits now.
    pub open: Option<plans::Row>,
}

/// A text that is to wait, of the template with this code.
pub(super) struct Planned<'a> {
    pub code: &'a str,
    pub new: plans::New<'a>,
}

/// Keeps a new text of a template in use until its day and returns its number among those that ever waited. One text of a
/// template waits at most: another one takes its place when its number is named. The timer [`TEMPLATE_DAY_TIMER`] puts it in
/// force; what it would do then [`crate::plan_effect`] tells before. The same text for the same day again changes nothing.
///
/// # Errors
/// As [`crate::change_template`], but without `template-plan-disputes`; conflict `template-plan-waits` when another text
/// waits; invalid with an error of the field `from`: `template-plan-early` for today and before, `template-plan-draft` for a
/// template that is not in use, `template-plan-same` for the text in force.
pub async fn plan_template(tx: &mut Write, input: PlanTemplate) -> Result<i32> {
    policy::may_manage(tx.caller())?;
    let Plannable { change: Changeable { row, .. }, from, open } = plannable(tx, &input).await?;
    let ChangeTemplate { text, note, .. } = &input.change;
    if let Some(open) = &open
        && open.state == TemplatePlanState::Waiting.as_str()
        && (open.valid_from, &open.note) == (from, note)
        && plans::text(open)? == *text
    {
        return Ok(open.number);
    }
    rows::touch(tx, &row).await?;
    let written = Written { author: tx.caller().person, note };
    let new = Planned { code: &row.code, new: plans::New { text, from, written } };
    put(tx, TemplateId::new(row.id), &new, open.as_ref()).await
}

/// Takes back the text that waits; it stays readable for the platform.
///
/// # Errors
/// Forbidden for everybody but the platform; not found; stale `template-changed`; conflict `template-plan-none` when nothing
/// waits.
pub async fn withdraw_template_plan(tx: &mut Write, code: &str, revision: i64) -> Result<()> {
    policy::may_manage(tx.caller())?;
    let row = change::editable(tx, code, revision).await?;
    if !take_back(tx, &row).await? {
        return Err(Error::conflict("template-plan-none").arg("code", code));
    }
    rows::touch(tx, &row).await
}

/// Takes back what waits; whether something did. The caller moves the revision of the template.
pub(super) async fn take_back(tx: &mut Write, row: &rows::Row) -> Result<bool> {
    let id = TemplateId::new(row.id);
    let Some(open) = plans::open(tx, id).await? else { return Ok(false) };
    plans::set_state(tx, &open, TemplatePlanState::Withdrawn).await?;
    tx.cancel_timer(TEMPLATE_DAY_TIMER, id.uuid()).await?;
    note(tx, &row.code, &open, TEMPLATE_PLAN_WITHDRAWN).await?;
    Ok(true)
}

/// What may wait for the day, if it may. Everything that is wrong with text and day is told at once.
pub(super) async fn plannable(tx: &Read, input: &PlanTemplate) -> Result<Plannable> {
    let found = change::changeable(tx, &input.change).await;
    let (change, from) = match (found, coming(tx, Some(input.from))) {
        (Ok(change), Some(from)) => (change, from),
        (Ok(_), None) => return Err(wrong_day("template-plan-early")),
        (Err(error), None) if error.kind() == ErrorKind::Invalid => {
            return Err(error.field("from", "template-plan-early"));
        }
        (Err(error), _) => return Err(error),
    };
    if change.state != TemplateState::Published {
        return Err(wrong_day("template-plan-draft"));
    }
    if change.before == input.change.text {
        return Err(wrong_day("template-plan-same"));
    }
    let open = plans::open(tx, TemplateId::new(change.row.id)).await?;
    match open {
        Some(other) if input.replaces != Some(other.number) => {
            Err(Error::conflict("template-plan-waits").arg("day", day(&other)))
        }
        open => Ok(Plannable { change, from, open }),
    }
}

fn wrong_day(key: &'static str) -> Error {
    Error::invalid("form-has-errors").field("from", key)
}

/// The day of a waiting text, as people write it in both languages.
pub(super) fn day(row: &plans::Row) -> String {
    riga_date(row.valid_from).format("%d.%m.%Y").to_string()
}

/// Writes a text that waits, in the place of another one, and sets the timer; returns its number.
pub(super) async fn put(
    tx: &mut Write,
    id: TemplateId,
    planned: &Planned<'_>,
    instead: Option<&plans::Row>,
) -> Result<i32> {
    if let Some(instead) = instead {
        plans::set_state(tx, instead, TemplatePlanState::Replaced).await?;
    }
    let from = planned.new.from;
    let (plan, digest) = plans::insert(tx, id, &planned.new).await?;
    let replaces = instead.map(|row| row.number);
    let fact = PlanFact { code: planned.code.to_owned(), plan, from, digest, replaces };
    tx.append(id.stream(), Expected::Any, vec![fact.event(TEMPLATE_PLANNED)?]).await?;
    tx.schedule(TEMPLATE_DAY_TIMER, id.uuid(), from).await?;
    Ok(plan)
}

/// Notes in the log what became of a waiting text.
pub(super) async fn note(tx: &mut Write, code: &str, row: &plans::Row, kind: &'static str) -> Result<()> {
    let (plan, from, digest) = (row.number, row.valid_from, row.digest.clone());
    let fact = PlanFact { code: code.to_owned(), plan, from, digest, replaces: None };
    tx.append(TemplateId::new(row.template).stream(), Expected::Any, vec![fact.event(kind)?]).await?;
    Ok(())
}
