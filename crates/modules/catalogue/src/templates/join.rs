//! An immediate change of a template while another text of it waits for a day: the change goes into that one too, or is
//! refused (decision 0020).

use super::events::TEMPLATE_PLAN_WITHDRAWN;
use super::plan::{self, Planned};
use super::{TEMPLATE_DAY_TIMER, TemplatePlanState, TemplateText, check};
use crate::TemplateId;
use crate::editing::carried_template;
use crate::store::edit::Written;
use crate::store::template_plans as plans;
use chrono::{DateTime, Utc};
use kernel::{Error, PersonId, Result};
use storage::{Read, Write};

/// The text that waits with what is changed now.
pub(super) struct Joined {
    waiting: plans::Row,
    text: TemplateText,
}

/// What waits, with what `now` changes of `before`; none when nothing waits. A text whose day could not be kept waits no
/// longer: it is left as it is.
///
/// # Errors
/// Conflict `template-plan-disputes` when both say something else of the same things, or when the text put together could
/// not be used.
pub(super) async fn joined(
    tx: &Read,
    id: TemplateId,
    before: &TemplateText,
    now: &TemplateText,
) -> Result<Option<Joined>> {
    let waits = |row: &plans::Row| row.state == TemplatePlanState::Waiting.as_str();
    let Some(waiting) = plans::open(tx, id).await?.filter(waits) else { return Ok(None) };
    let text = carried_template(before, now, &plans::text(&waiting)?)?;
    match text.filter(|text| check::template_gaps(text).is_empty()) {
        Some(text) => Ok(Some(Joined { waiting, text })),
        None => Err(Error::conflict("template-plan-disputes").arg("day", plan::day(&waiting))),
    }
}

impl Joined {
    /// From when it is to be in force.
    pub fn day(&self) -> DateTime<Utc> {
        self.waiting.valid_from
    }

    /// Puts it in the place of the text that waits, for the same day and by the same author. When `now` says already all
    /// that it would say, nothing waits any more.
    pub async fn keep(self, tx: &mut Write, code: &str, now: &TemplateText) -> Result<()> {
        let Self { waiting, text } = self;
        let id = TemplateId::new(waiting.template);
        if text == *now {
            plans::set_state(tx, &waiting, TemplatePlanState::Replaced).await?;
            tx.cancel_timer(TEMPLATE_DAY_TIMER, id.uuid()).await?;
            return plan::note(tx, code, &waiting, TEMPLATE_PLAN_WITHDRAWN).await;
        }
        if text == plans::text(&waiting)? {
            return Ok(());
        }
        let written = Written { author: waiting.author.map(PersonId::new), note: &waiting.note };
        let new = Planned { code, new: plans::New { text: &text, from: waiting.valid_from, written } };
        plan::put(tx, id, &new, Some(&waiting)).await?;
        Ok(())
    }
}
