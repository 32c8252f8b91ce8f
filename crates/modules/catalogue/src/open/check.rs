//! The check of a whole description that was written outside the editor: what is refused there is refused here.

use super::ReceiveService;
use crate::editing::{Known, LAST_DAY_PAST, Remark, base_of, closes_at_once, wrong_values};
use crate::publish::wrong_note;
use crate::store::service_rows;
use crate::{Description, joint, policy, quality};
use kernel::{Error, FieldError, InstitutionId, Locale, Result, riga_date};
use std::sync::Arc;
use storage::Read;

/// What is wrong with the values of a description, each with its place in the document and the reason, as the editor
/// would say it (CAT-18), beside the text that holds (`standing`), if there is one. Gaps are no matter here: they only keep
/// it from being published.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; unavailable when the database cannot be
/// reached.
pub async fn check_description(
    tx: &Read,
    description: &Description,
    standing: Option<&Description>,
) -> Result<Vec<FieldError>> {
    policy::may_send(tx.caller())?;
    wrong(tx, description, standing).await
}

/// What keeps a description of this holder from being published, each with its place in the document and the reason; it
/// can be kept as a draft all the same (CAT-18).
///
/// # Errors
/// As [`check_description`].
pub async fn check_publication(tx: &Read, holder: InstitutionId, description: &Description) -> Result<Vec<FieldError>> {
    policy::may_send(tx.caller())?;
    let mut found = quality::blocking(description);
    found.extend(joint::without_ministry(tx, holder, description).await?);
    Ok(found)
}

/// The same as [`check_description`] for those whose right to write was looked at.
pub(super) async fn wrong(
    tx: &Read,
    description: &Description,
    standing: Option<&Description>,
) -> Result<Vec<FieldError>> {
    let known = Known::of(tx, description).await?;
    let mut told: Vec<FieldError> = wrong_values(description, &known).iter().map(Remark::field).collect();
    let before = standing.and_then(|text| text.valid_to);
    if closes_at_once(description.valid_to, before, riga_date(tx.now())) {
        told.push(FieldError::new("valid_to", LAST_DAY_PAST));
    }
    Ok(told)
}

/// The text that holds, which an edit would start from: asked for where a description names a last day, as nothing else is
/// measured by it.
pub(super) async fn standing(
    tx: &Read,
    row: Option<&service_rows::Model>,
    description: &Description,
) -> Result<Option<Arc<Description>>> {
    match row {
        Some(row) if description.valid_to.is_some() => Ok(Some(base_of(tx, row).await?.description)),
        _ => Ok(None),
    }
}

/// That what a system sends can be taken over: every value can be meant, everything that is named is there, who is to carry
/// the service out is said once, and what is to be published is whole. All that is wrong is told at once.
pub(super) async fn require_good(
    tx: &Read,
    holder: InstitutionId,
    input: &ReceiveService,
    row: Option<&service_rows::Model>,
) -> Result<()> {
    let description = &input.description;
    let standing = standing(tx, row, description).await?;
    let mut told: Vec<FieldError> = within(&wrong(tx, description, standing.as_deref()).await?).collect();
    if input.provider.is_some_and(|provider| provider != description.provider(holder)) {
        told.push(FieldError::new("provider", "service-provider-differs"));
    }
    if input.publish {
        told.extend(wrong_note(&input.note));
        told.extend(within(joint::without_ministry(tx, holder, description).await?.as_slice()));
    }
    let missing = missing(input, row.is_none());
    // Of one place only the first thing is told: what is no address need not be called a bad link, too.
    let more: Vec<FieldError> =
        within(&missing).filter(|field| told.iter().all(|one| one.path != field.path)).collect();
    if !input.unread.is_empty() {
        let rest = told.into_iter().chain(more).filter(|field| is_known(&input.unread, &field.path));
        return Err(Error::invalid("json-data").fields(input.unread.iter().cloned()).fields(rest));
    }
    if told.is_empty() && more.is_empty() {
        return Ok(());
    }
    let key = if told.is_empty() { "service-incomplete" } else { "form-has-errors" };
    Err(Error::invalid(key).fields(told).fields(more))
}

/// What is missing in a description for what is to become of it: a draft that is begun needs a name.
fn missing(input: &ReceiveService, new: bool) -> Vec<FieldError> {
    if !input.publish {
        let nameless = new && input.description.name.get(Locale::Lv).trim().is_empty();
        return nameless.then(|| FieldError::new("name", "service-text-missing")).into_iter().collect();
    }
    let mut missing = quality::blocking(&input.description);
    // Where the rules say what is missing, they say it better.
    let unsaid = input.gaps.iter().filter(|gap| missing.iter().all(|field| !lies_in(&field.path, gap)));
    let unsaid: Vec<FieldError> = unsaid.map(|gap| not_said(gap)).collect();
    missing.extend(unsaid);
    missing
}

/// Whether something can be said of a place: not of what could not be read, of what surrounds it or lies in it. Who
/// carries the service out stands among its providers.
fn is_known(unread: &[FieldError], path: &str) -> bool {
    let meant = if path == "provider" { "description/providers" } else { path };
    unread.iter().all(|one| !lies_in(&one.path, meant) && !lies_in(meant, &one.path))
}

/// Whether a place is this one or one in it.
fn lies_in(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn not_said(path: &str) -> FieldError {
    let name = path.rsplit('/').next().unwrap_or(path);
    FieldError::new(path, "json-field-missing").arg("name", name)
}

/// The same places in what a system sends.
pub(super) fn within(fields: &[FieldError]) -> impl Iterator<Item = FieldError> {
    fields.iter().map(|field| FieldError { path: format!("description/{}", field.path), ..field.clone() })
}
