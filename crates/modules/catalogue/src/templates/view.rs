//! Reading templates.

use super::{Template, TemplateLine, TemplateState, TemplateVersionLine, policy};
use crate::TemplateId;
use crate::store::{template_members as members, templates as rows};
use kernel::{Error, LangText, Page, PageRequest, Result, ServiceId};
use std::sync::Arc;
use storage::Read;

/// The template with this code.
///
/// # Errors
/// Not found when there is none, or the caller may not see it: drafts are the platform's.
pub async fn template(tx: &Read, code: &str) -> Result<Template> {
    let row = visible(tx, code).await?;
    whole(tx, row).await
}

/// The template with this id, for those who keep ids.
///
/// # Errors
/// As [`template`].
pub async fn template_by_id(tx: &Read, id: TemplateId) -> Result<Template> {
    let row = seen(tx, rows::by_id(tx, id).await?)?;
    whole(tx, row).await
}

/// One page of templates in these states that the caller may see, in the order of their codes, with the number of
/// services attached to each.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn templates(tx: &Read, states: &[TemplateState], page: &PageRequest) -> Result<Page<TemplateLine>> {
    let mut states = states.to_vec();
    states.retain(|state| policy::may_see(tx.caller(), *state));
    let rows = rows::list(tx, &states, page).await?;
    let lines = lines(tx, rows.items).await?;
    Ok(Page { items: lines, next: rows.next })
}

/// The templates in use that have one of these codes.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn templates_by_codes(tx: &Read, codes: &[String]) -> Result<Vec<TemplateLine>> {
    let mut rows = rows::by_codes(tx, codes).await?;
    rows.retain(|row| row.state == TemplateState::Published.as_str());
    lines(tx, rows).await
}

/// The versions of a template's text, newest first.
///
/// # Errors
/// Not found when there is none; forbidden for everybody but the platform.
pub async fn template_history(tx: &Read, code: &str) -> Result<Vec<TemplateVersionLine>> {
    policy::may_manage(tx.caller())?;
    let row = visible(tx, code).await?;
    Ok(rows::history(tx, TemplateId::new(row.id)).await?.into_iter().map(|(line, _)| line).collect())
}

/// The template that a service is attached to, if the caller may see it (UNI-03).
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn template_of(tx: &Read, service: ServiceId) -> Result<Option<TemplateLine>> {
    let Some(member) = members::of_service(tx, service).await? else { return Ok(None) };
    let row = rows::by_id(tx, TemplateId::new(member.template)).await?;
    let row = row.filter(|row| row.state.parse().is_ok_and(|state| policy::may_see(tx.caller(), state)));
    Ok(lines(tx, row.into_iter().collect()).await?.pop())
}

/// The row, if the caller may see it.
pub(super) async fn visible(tx: &Read, code: &str) -> Result<rows::Row> {
    seen(tx, rows::by_code(tx, code).await?)
}

/// The row, if there is one and the caller may see it.
fn seen(tx: &Read, row: Option<rows::Row>) -> Result<rows::Row> {
    let row = row.filter(|row| row.state.parse().is_ok_and(|state| policy::may_see(tx.caller(), state)));
    row.ok_or_else(|| Error::not_found("service-template"))
}

/// The template of a row.
pub(super) async fn whole(tx: &Read, row: rows::Row) -> Result<Template> {
    let id = TemplateId::new(row.id);
    Ok(Template {
        id,
        state: row.state.parse()?,
        version: row.version,
        revision: row.revision,
        updated_at: row.updated_at,
        text: Arc::new(rows::text(tx, id, row.version).await?),
        code: row.code,
    })
}

/// Lines of rows.
pub(super) async fn lines(tx: &Read, rows: Vec<rows::Row>) -> Result<Vec<TemplateLine>> {
    let ids: Vec<TemplateId> = rows.iter().map(|row| TemplateId::new(row.id)).collect();
    let counts = members::counts(tx, &ids).await?;
    let line = |row: rows::Row| {
        Ok(TemplateLine {
            id: TemplateId::new(row.id),
            state: row.state.parse()?,
            scope: row.scope.parse()?,
            name: LangText::new(row.name_lv, row.name_en),
            summary: LangText::new(row.summary_lv, row.summary_en),
            revision: row.revision,
            updated_at: row.updated_at,
            members: counts.get(&TemplateId::new(row.id)).copied().unwrap_or_default(),
            code: row.code,
        })
    };
    rows.into_iter().map(line).collect()
}
