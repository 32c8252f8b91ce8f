//! Saving a section: what was typed is kept as it is, right or wrong, and nobody's words are overwritten (CAT-15).

use super::assemble::{base_of, content_of, of_version, typed_of, understood};
use super::began::Began;
use super::sent::sent;
use super::{forms, remark};
use crate::store::editing::{drafts, sections};
use crate::store::{service_rows, services, versions};
use crate::{Draft, DraftState, Remark, Section, Typed, policy};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::Write;
use uuid::Uuid;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveSection {
    /// Code of the service.
    pub code: String,
    /// Which section.
    pub section: Section,
    /// The version that the inputs were filled from.
    pub base: i32,
    /// The section's revision when the page was made; 0 when nobody had written in it.
    pub revision: i64,
    /// The inputs.
    pub typed: Typed,
    /// What they said when the page was made, if it tells. What nobody had written in began as the version says.
    pub began: Option<Began>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Kept, with its new revision, the time, and what is wrong or missing.
    Kept {
        /// The section's revision from now on.
        revision: i64,
        /// When it was kept.
        at: DateTime<Utc>,
        /// What is wrong or missing in the section.
        findings: Vec<Remark>,
    },
    /// Somebody else wrote in the section meanwhile, or the text is with a reviewer: kept beside it under this id.
    Refused(Uuid),
}

/// Keeps a section of the working copy, which begins with it when there is none. Another section's words never matter;
/// of the same section the second writer's words are kept apart.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform.
pub async fn save_section(tx: &mut Write, input: SaveSection) -> Result<Saved> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let id = ServiceId::new(row.id);
    let draft = opened(tx, &row).await?;
    let present = sections::find(tx, id, input.section).await?;
    let revision = present.as_ref().map_or(0, |written| written.revision);
    let same = present.as_ref().is_some_and(|written| written.typed == input.typed);
    let newer = revision != input.revision || (present.is_none() && moved(tx, &row, &input).await?);
    if !same && (newer || draft.state == DraftState::InReview) {
        let began = match (&input.began, input.revision) {
            (None, 0) => of_base(tx, id, &input).await?,
            (told, _) => told.clone(),
        };
        let page = sections::Page { base: input.base, revision: input.revision, began };
        return Ok(Saved::Refused(sections::refuse_from(tx, id, input.section, input.typed, page).await?));
    }
    let findings = put(tx, &row, draft, input.section, input.typed, revision + 1).await?;
    Ok(Saved::Kept { revision: revision + 1, at: tx.now(), findings })
}

/// What the inputs say of the version that they were filled from, if there is one.
async fn of_base(tx: &Write, id: ServiceId, input: &SaveSection) -> Result<Option<Began>> {
    match versions::find(tx, id, input.base).await? {
        Some(version) => Ok(Some(Began::of(&typed_of(tx, input.section, &version.description).await?))),
        None => Ok(None),
    }
}

/// Writes a section and moves the working copy with it; what is wrong or missing in it now.
pub(crate) async fn put(
    tx: &Write,
    row: &service_rows::Model,
    mut draft: Draft,
    section: Section,
    typed: Typed,
    revision: i64,
) -> Result<Vec<Remark>> {
    let id = ServiceId::new(row.id);
    let base = base_of(tx, row).await?;
    let (description, wrong) = understood(tx, section, &typed, &base.description).await?;
    if section == Section::Plan {
        let plan = forms::plan_of(&typed);
        (draft.valid_from, draft.note) = (plan.from, plan.note);
    }
    let written = sections::Written {
        section,
        typed,
        content: content_of(section, &description)?,
        errors: wrong.clone(),
        revision,
        updated_by: tx.caller().person,
        updated_at: tx.now(),
    };
    sections::put(tx, id, &written).await?;
    (draft.updated_by, draft.updated_at) = (tx.caller().person, tx.now());
    drafts::update(tx, id, &draft).await?;
    Ok([wrong, remark::findings_in(tx, section, &description, row).await?].concat())
}

/// The working copy, locked; begun now when there is none, with what was sent and not published.
pub(crate) async fn opened(tx: &Write, row: &service_rows::Model) -> Result<Draft> {
    let id = ServiceId::new(row.id);
    if let Some(draft) = drafts::lock(tx, id).await? {
        return Ok(draft);
    }
    let base = base_of(tx, row).await?;
    drafts::open(tx, id, InstitutionId::new(row.holder), base.version).await?;
    for text in sent(tx, row, &base).await? {
        sections::put(tx, id, &text).await?;
    }
    drafts::lock(tx, id).await?.ok_or_else(|| Error::internal("draft-lost").arg("code", &row.code))
}

/// Whether a publication has changed the section since the inputs were filled from `base`.
async fn moved(tx: &Write, row: &service_rows::Model, input: &SaveSection) -> Result<bool> {
    let base = base_of(tx, row).await?;
    if input.base == base.version || input.section == Section::Plan {
        return Ok(false);
    }
    let before = of_version(tx, ServiceId::new(row.id), input.base).await?;
    Ok(content_of(input.section, &before)? != content_of(input.section, &base.description)?)
}
