//! Beginning a working copy, and giving it up.

use super::save::opened;
use crate::ensure_sample::sample_description;
use crate::store::editing::drafts;
use crate::store::services;
use crate::{Contact, Description, ProviderStage, RegisterService, Stage, policy, register_service};
use kernel::{Error, InstitutionId, LangText, Result, ServiceId};
use storage::Write;

/// Begins a working copy from the description in force; leaves one alone that is there.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform.
pub async fn open_editing(tx: &mut Write, code: &str) -> Result<()> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    opened(tx, &row).await.map(drop)
}

/// Makes a text that a system sent, or that came with a table, and that is not published the working copy, to be read and
/// published as any other. `version` is its number as the caller read it; `false` when there is a working copy already,
/// which stays as it is.
///
/// # Errors
/// As [`open_editing`]; stale when a newer text came meanwhile.
pub async fn take_sent(tx: &mut Write, code: &str, version: i32) -> Result<bool> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    if drafts::lock(tx, ServiceId::new(row.id)).await?.is_some() {
        return Ok(false);
    }
    if row.latest != version {
        return Err(Error::stale("service-changed").arg("code", code));
    }
    opened(tx, &row).await?;
    Ok(true)
}

/// Registers a service of which only the name is known yet, with an empty working copy, and returns its code (CAT-01,
/// CAT-02).
///
/// # Errors
/// Forbidden for everybody but contact persons, the holder's own for its services; invalid without a name.
pub async fn register_by_name(tx: &mut Write, holder: InstitutionId, name: LangText) -> Result<String> {
    policy::may_edit(tx.caller(), holder)?;
    if name.lv.trim().is_empty() {
        return Err(Error::invalid("form-has-errors").field("name/lv", "edit-name"));
    }
    let input = RegisterService { id: None, holder, pilot: None, external_id: None, description: blank(holder, name) };
    let code = register_service(tx, input).await?;
    open_editing(tx, &code).await?;
    Ok(code)
}

/// Gives a working copy up; what is public stays as it is. Texts that were refused before are kept.
///
/// # Errors
/// Not found when there is none; forbidden for everybody but the holder's contact person and the platform; stale when
/// somebody wrote in it after `revision`.
pub async fn discard_editing(tx: &mut Write, code: &str, revision: i64) -> Result<()> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let id = ServiceId::new(row.id);
    let draft = drafts::lock(tx, id).await?.ok_or_else(|| Error::not_found("service-draft"))?;
    if draft.revision != revision {
        return Err(Error::stale("service-changed").arg("code", code));
    }
    drafts::remove(tx, id).await
}

/// A description with nothing in it but its name, its holder as provider of every stage, and one channel to begin with.
pub(crate) fn blank(holder: InstitutionId, name: LangText) -> Description {
    let provider = |stage: &Stage| ProviderStage { stage: *stage, institution: holder, contact: Contact::default() };
    Description {
        providers: Stage::ALL.iter().map(provider).collect(),
        notice: None,
        ..sample_description(holder, name, LangText::default())
    }
}
