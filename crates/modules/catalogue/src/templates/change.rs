//! Writing templates (UNI-01, UNI-07).

use super::events::{TEMPLATE_CHANGED, TEMPLATE_CREATED, TemplateFact};
use super::{CARRY_TEMPLATE_TIMER, TemplateState, TemplateText, check, join, policy, view};
use crate::TemplateId;
use crate::store::edit::Written;
use crate::store::templates as rows;
use kernel::{Error, Result};
use storage::{Expected, Read, Write};

/// The series of template codes, and the number it begins after: `V101` is the first.
const SERIES: &str = "service-template";
const BEFORE_FIRST: i64 = 100;

/// Longest note about a change, in characters.
const LONGEST_NOTE: usize = 500;

/// With what codes of templates begin; those of services are numbers.
const MARK: char = 'V';

/// Whether a code is one of a unified service (`V101`) and not of a single one (`1007`).
#[must_use]
pub fn is_unified(code: &str) -> bool {
    code.starts_with(MARK)
}

/// Begins a template as a draft and returns its code; gaps are allowed until it is published.
///
/// # Errors
/// Forbidden for everybody but the platform; invalid `template-incomplete` without a name, or with a text that is too
/// long; invalid `form-has-errors` for a life situation that is not published.
pub async fn create_template(tx: &mut Write, text: TemplateText) -> Result<String> {
    policy::may_manage(tx.caller())?;
    check::require_situations(tx, &text, &[]).await?;
    begin(tx, text).await
}

/// Begins a template from what descriptions say, whose life situations nobody has chosen from a list.
pub(crate) async fn begin(tx: &mut Write, text: TemplateText) -> Result<String> {
    check::require_keepable(&text)?;
    let id = TemplateId::new(tx.ids().uuid());
    create_with(tx, id, &text).await
}

/// Begins a template under an id that is fixed in content.
pub(super) async fn create_with(tx: &mut Write, id: TemplateId, text: &TemplateText) -> Result<String> {
    let number = BEFORE_FIRST + tx.next_number(SERIES).await?;
    let code = format!("{MARK}{number}");
    let digest = rows::insert(tx, id, number, &code, text).await?;
    let fact = TemplateFact { code: code.clone(), version: 1, digest };
    tx.append(id.stream(), Expected::New, vec![fact.event(TEMPLATE_CREATED)?]).await?;
    Ok(code)
}

/// A new text of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeTemplate {
    /// Code of the template.
    pub code: String,
    /// The revision that the editor saw.
    pub revision: i64,
    /// The text.
    pub text: TemplateText,
    /// What changed and why.
    pub note: String,
}

/// Keeps a new version of a template's text and returns its number. The services attached to a published template are
/// told by the timer [`CARRY_TEMPLATE_TIMER`]; what it does to them [`crate::template_effect`] tells before. What waits for
/// a day ([`crate::plan_template`]) gets the change too. The same text again changes nothing.
///
/// # Errors
/// Forbidden for everybody but the platform; not found; stale `template-changed` when somebody else changed it
/// meanwhile; conflict `template-withdrawn`, and `template-plan-disputes` when the text that waits says something else of
/// the same things; invalid `template-incomplete` with one field error per gap: a draft needs a
/// name, a published template everything; invalid `form-has-errors` for a new life situation that is not published.
pub async fn change_template(tx: &mut Write, input: ChangeTemplate) -> Result<i32> {
    policy::may_manage(tx.caller())?;
    let Changeable { row, state, before } = changeable(tx, &input).await?;
    if before == input.text {
        return Ok(row.version);
    }
    let joined = join::joined(tx, TemplateId::new(row.id), &before, &input.text).await?;
    let written = Written { author: tx.caller().person, note: &input.note };
    let version = put(tx, &row, state, &input.text, written).await?;
    if let Some(joined) = joined {
        joined.keep(tx, &row.code, &input.text).await?;
    }
    Ok(version)
}

/// Writes the text that is in force from now on, and lets what is attached to a template in use be told of it.
pub(super) async fn put(
    tx: &mut Write,
    row: &rows::Row,
    state: TemplateState,
    text: &TemplateText,
    written: Written<'_>,
) -> Result<i32> {
    let id = TemplateId::new(row.id);
    let (version, digest) = rows::change(tx, row, text, written).await?;
    let fact = TemplateFact { code: row.code.clone(), version, digest };
    tx.append(id.stream(), Expected::Any, vec![fact.event(TEMPLATE_CHANGED)?]).await?;
    if state == TemplateState::Published {
        let now = tx.now();
        tx.schedule(CARRY_TEMPLATE_TIMER, id.uuid(), now).await?;
    }
    Ok(version)
}

/// What a new text takes the place of.
pub(super) struct Changeable {
    pub row: rows::Row,
    pub state: TemplateState,
    pub before: TemplateText,
}

/// What the new text takes the place of, if it may.
pub(super) async fn changeable(tx: &Read, input: &ChangeTemplate) -> Result<Changeable> {
    let row = editable(tx, &input.code, input.revision).await?;
    let state: TemplateState = row.state.parse()?;
    match state {
        TemplateState::Withdrawn => return Err(Error::conflict("template-withdrawn").arg("code", &row.code)),
        TemplateState::Draft => check::require_keepable(&input.text)?,
        TemplateState::Published => check::require_complete(&input.text)?,
    }
    if input.note.chars().count() > LONGEST_NOTE {
        return Err(Error::invalid("form-has-errors").field("note", "service-note-long"));
    }
    let before = rows::text(tx, TemplateId::new(row.id), row.version).await?;
    check::require_situations(tx, &input.text, &before.life_events).await?;
    Ok(Changeable { row, state, before })
}

/// The row, if the editor saw its last revision.
pub(super) async fn editable(tx: &Read, code: &str, revision: i64) -> Result<rows::Row> {
    let row = view::visible(tx, code).await?;
    if row.revision == revision { Ok(row) } else { Err(Error::stale("template-changed").arg("code", code)) }
}
