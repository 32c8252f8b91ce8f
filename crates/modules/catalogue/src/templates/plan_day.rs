//! The day of a text of a template that waited (UNI-01, CAT-17).

use super::events::TEMPLATE_PLAN_REFUSED;
use super::{TemplatePlanState, TemplateState, change, check, plan};
use crate::TemplateId;
use crate::store::edit::Written;
use crate::store::{template_plans as plans, templates as rows};
use kernel::{PersonId, Result};
use storage::Write;

/// Timer: the day of a text of a template that waits.
pub const TEMPLATE_DAY_TIMER: &str = "catalogue.template_day";

/// Puts the text of a template whose day has come in force: the timer [`TEMPLATE_DAY_TIMER`]. What is attached to the
/// template is told as of any change. The text is judged again as the day finds it: a life situation that is not published
/// any more is left out, and a text that could not be used now is kept for the platform instead ([`TEMPLATE_PLAN_REFUSED`]).
/// Firing twice changes nothing.
///
/// # Errors
/// Unavailable when the database cannot be reached; stale when somebody changed the template in the same instant.
pub async fn template_takes_effect(tx: &mut Write, id: TemplateId) -> Result<()> {
    let Some(row) = rows::by_id(tx, id).await? else { return Ok(()) };
    let Some(waiting) = plans::open(tx, id).await? else { return Ok(()) };
    if waiting.state != TemplatePlanState::Waiting.as_str() {
        return Ok(());
    }
    if waiting.valid_from > tx.now() {
        return tx.schedule(TEMPLATE_DAY_TIMER, id.uuid(), waiting.valid_from).await;
    }
    let before = rows::text(tx, id, row.version).await?;
    let mut text = plans::text(&waiting)?;
    let gone = check::unknown_situations(tx, &text, &before.life_events).await?;
    text.life_events.retain(|word| !gone.contains(word));
    let state: TemplateState = row.state.parse()?;
    if state != TemplateState::Published || !check::template_gaps(&text).is_empty() {
        rows::touch(tx, &row).await?;
        plans::set_state(tx, &waiting, TemplatePlanState::Refused).await?;
        return plan::note(tx, &row.code, &waiting, TEMPLATE_PLAN_REFUSED).await;
    }
    if text == before {
        rows::touch(tx, &row).await?;
    } else {
        let written = Written { author: waiting.author.map(PersonId::new), note: &waiting.note };
        change::put(tx, &row, state, &text, written).await?;
    }
    plans::set_state(tx, &waiting, TemplatePlanState::InForce).await
}
