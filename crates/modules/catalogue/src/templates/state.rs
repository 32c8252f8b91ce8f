//! Taking a template into use and out of it.

use super::events::{TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN, TemplateFact};
use super::{CARRY_TEMPLATE_TIMER, TemplateState, change, check, choose_leader, plan, policy};
use crate::TemplateId;
use crate::store::templates as rows;
use kernel::{Error, Result};
use storage::{Expected, Write};

/// Takes a complete draft, or a withdrawn template again, into use: the public finds the service under its name.
///
/// # Errors
/// Forbidden for everybody but the platform; not found; stale `template-changed`; conflict `template-published`;
/// invalid `template-incomplete` with one field error per gap.
pub async fn publish_template(tx: &mut Write, code: &str, revision: i64) -> Result<()> {
    policy::may_manage(tx.caller())?;
    let row = change::editable(tx, code, revision).await?;
    if row.state.parse::<TemplateState>()? == TemplateState::Published {
        return Err(Error::conflict("template-published").arg("code", code));
    }
    let text = rows::text(tx, TemplateId::new(row.id), row.version).await?;
    check::require_complete(&text)?;
    move_to(tx, row, TemplateState::Published, TEMPLATE_PUBLISHED).await
}

/// Takes a template out of use: what is attached stays attached and stands alone in lists and search. A text that waits for
/// a day is taken back.
///
/// # Errors
/// Forbidden for everybody but the platform; not found; stale `template-changed`; conflict `template-not-published`.
pub async fn withdraw_template(tx: &mut Write, code: &str, revision: i64) -> Result<()> {
    policy::may_manage(tx.caller())?;
    let row = change::editable(tx, code, revision).await?;
    if row.state.parse::<TemplateState>()? != TemplateState::Published {
        return Err(Error::conflict("template-not-published").arg("code", code));
    }
    plan::take_back(tx, &row).await?;
    move_to(tx, row, TemplateState::Withdrawn, TEMPLATE_WITHDRAWN).await
}

async fn move_to(tx: &mut Write, row: rows::Row, state: TemplateState, kind: &'static str) -> Result<()> {
    let id = TemplateId::new(row.id);
    rows::set_state(tx, &row, state).await?;
    let fact = TemplateFact { code: row.code, version: row.version, digest: row.digest };
    tx.append(id.stream(), Expected::Any, vec![fact.event(kind)?]).await?;
    choose_leader(tx, id).await?;
    let now = tx.now();
    tx.schedule(CARRY_TEMPLATE_TIMER, id.uuid(), now).await
}
