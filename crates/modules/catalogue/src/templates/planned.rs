//! Reading texts of templates that wait for a day, and those that were taken back.

use super::{TemplatePlanState, TemplateText, policy, view};
use crate::TemplateId;
use crate::compare::{ElementChange, compare_templates};
use crate::store::{template_plans as plans, templates as rows};
use chrono::{DateTime, Utc};
use kernel::{Error, PersonId, Result};
use std::sync::Arc;
use storage::Read;

/// So many are read at once.
const MOST: u64 = 5;

/// A text that waits for its day, or waited for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplatePlan {
    /// Its number among those of the template, from 1.
    pub number: i32,
    /// What became of it.
    pub state: TemplatePlanState,
    /// In force from here on: the beginning of a day.
    pub from: DateTime<Utc>,
    /// What its author said of the change.
    pub note: String,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// What it says.
    pub text: Arc<TemplateText>,
    /// What it says differently from the text in force, word by word.
    pub changes: Vec<ElementChange>,
}

impl TemplatePlan {
    /// Whether it waits, or could not take effect and must be looked after: a template has one such at most.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, TemplatePlanState::Waiting | TemplatePlanState::Refused)
    }
}

/// The text of a template that waits for its day, or could not take effect, and the last ones that were taken back, newest
/// first.
///
/// # Errors
/// Not found; forbidden for everybody but the platform.
pub async fn template_plans(tx: &Read, code: &str) -> Result<Vec<TemplatePlan>> {
    policy::may_manage(tx.caller())?;
    let row = view::visible(tx, code).await?;
    let states = [TemplatePlanState::Waiting, TemplatePlanState::Refused, TemplatePlanState::Withdrawn];
    let found = plans::list(tx, TemplateId::new(row.id), &states, MOST).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let present = rows::text(tx, TemplateId::new(row.id), row.version).await?;
    found.into_iter().map(|plan| whole(plan, &present)).collect()
}

/// One of them by its number, whatever became of it.
///
/// # Errors
/// Not found; forbidden for everybody but the platform.
pub async fn template_plan(tx: &Read, code: &str, number: i32) -> Result<TemplatePlan> {
    policy::may_manage(tx.caller())?;
    let row = view::visible(tx, code).await?;
    let id = TemplateId::new(row.id);
    let found = plans::find(tx, id, number).await?.ok_or_else(|| Error::not_found("template-plan"))?;
    whole(found, &rows::text(tx, id, row.version).await?)
}

fn whole(row: plans::Row, present: &TemplateText) -> Result<TemplatePlan> {
    let text = plans::text(&row)?;
    Ok(TemplatePlan {
        number: row.number,
        state: row.state.parse()?,
        from: row.valid_from,
        author: row.author.map(PersonId::new),
        changes: compare_templates(present, &text)?,
        text: Arc::new(text),
        note: row.note,
    })
}
