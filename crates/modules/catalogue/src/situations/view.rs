//! Reading life situations: the public, one day in the past, the editors.

use super::branches::{coordinated_branches, keepers};
use super::save::found;
use super::{
    Keepers, LifeSituation, SituationActs, SituationBranch, SituationDraft, SituationLine, SituationState,
    SituationText, SituationVersion, WithdrawnSituation, policy, quality, slug_of,
};
use crate::store::{situation_links, situation_pages, situation_rows, situations};
use chrono::{DateTime, Utc};
use kernel::{Cursor, Error, LangText, Locale, Page, PageRequest, Result, SituationId, sort_key};
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::Read;

/// A published life situation.
///
/// # Errors
/// Not found when there is none, or it is not public.
pub async fn situation(tx: &Read, slug: &str) -> Result<LifeSituation> {
    let row = situations::by_slug(tx, slug).await?;
    let row = row.filter(|row| row.state == SituationState::Published.as_str());
    let row = row.ok_or_else(|| Error::not_found("situation"))?;
    let text = situations::text(tx, &row, row.version).await?;
    row.with(text)
}

/// The same by its id, for those who keep ids.
///
/// # Errors
/// As [`situation`].
pub async fn situation_by_id(tx: &Read, id: SituationId) -> Result<LifeSituation> {
    let row = situations::by_id(tx, id).await?.ok_or_else(|| Error::not_found("situation"))?;
    situation(tx, &row.slug).await
}

/// A life situation with the text that was public at an instant, also when it is withdrawn now (CAT-33).
///
/// # Errors
/// Not found when it was not public then.
pub async fn situation_at(tx: &Read, slug: &str, at: DateTime<Utc>) -> Result<LifeSituation> {
    let row = situations::by_slug(tx, slug).await?.ok_or_else(|| Error::not_found("situation"))?;
    let found = situations::at(tx, SituationId::new(row.id), at).await?;
    let (version, text) = found.ok_or_else(|| Error::not_found("situation"))?;
    Ok(LifeSituation { version, ..row.with(text)? })
}

/// A version of a life situation that is or was public, with its times (CAT-33).
///
/// # Errors
/// Not found when there is no such version, or it was never public.
pub async fn situation_version(tx: &Read, slug: &str, version: i32) -> Result<(SituationVersion, LifeSituation)> {
    let missing = || Error::not_found("situation");
    let row = situations::by_slug(tx, slug).await?.ok_or_else(missing)?;
    let found = situations::version(tx, &row, version).await?;
    let (line, text) = found.filter(|(line, _)| line.valid_from.is_some()).ok_or_else(missing)?;
    Ok((line, LifeSituation { version, ..row.with(text)? }))
}

/// A life situation that was public once and is not any more, and since when.
///
/// # Errors
/// Not found when there is none, or it is not withdrawn.
pub async fn withdrawn_situation(tx: &Read, slug: &str) -> Result<WithdrawnSituation> {
    let missing = || Error::not_found("situation");
    let row = situations::by_slug(tx, slug).await?;
    let row = row.filter(|row| row.state == SituationState::Withdrawn.as_str()).ok_or_else(missing)?;
    let (line, text) = situations::version(tx, &row, row.version).await?.ok_or_else(missing)?;
    let since = line.valid_to.ok_or_else(missing)?;
    Ok(WithdrawnSituation { situation: row.with(text)?, since })
}

/// The public history of a life situation, newest first; drafts too for those who may edit it.
///
/// # Errors
/// Not found when there is none, or it was never public and the caller may not edit it.
pub async fn situation_versions(tx: &Read, slug: &str) -> Result<Vec<SituationVersion>> {
    let row = situations::by_slug(tx, slug).await?.ok_or_else(|| Error::not_found("situation"))?;
    let insider = policy::edits(tx.caller(), &keepers(tx, &row).await?);
    let mut lines = situations::versions(tx, SituationId::new(row.id)).await?;
    lines.retain(|line| insider || line.valid_from.is_some());
    if lines.is_empty() { Err(Error::not_found("situation")) } else { Ok(lines) }
}

/// The published life situations of a branch, or of both, in the order their coordinator gave them. They are few by
/// their nature: at most 200 a branch are shown.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn list_situations(tx: &Read, branch: Option<SituationBranch>) -> Result<Vec<SituationLine>> {
    let branches = branch.map_or_else(|| SituationBranch::ALL.to_vec(), |one| vec![one]);
    let mut lines = Vec::new();
    for branch in branches {
        lines.extend(situations::published(tx, branch).await?);
    }
    Ok(lines)
}

/// One page of the published life situations of both branches, in the order of their words: for other sites and systems.
/// All, or those in the scope of the Single Digital Gateway (OPN-04), or the others.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn published_situations(tx: &Read, sdg: Option<bool>, page: &PageRequest) -> Result<Page<SituationLine>> {
    situation_pages::published(tx, sdg, page).await
}

/// The titles of the published life situations that have these words, by word; words that none has are missing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn situation_titles(tx: &Read, words: &[&str]) -> Result<BTreeMap<String, LangText>> {
    let slugs: Vec<String> = words.iter().map(|word| slug_of(word)).collect();
    let lines = situations::published_of(tx, &slugs).await?;
    Ok(lines.into_iter().map(|line| (line.word(), line.title)).collect())
}

/// When any life situation last changed, for those who keep copies; none while there is none.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn situations_changed(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    situations::last_change(tx).await
}

/// The published life situations of a service (CAT-31): those that name it in a step, and those that its description
/// names by their word.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn situations_of_service(tx: &Read, code: &str) -> Result<Vec<SituationLine>> {
    let mut found = situation_links::of_services(tx, &[code.to_owned()]).await?;
    Ok(found.remove(code).unwrap_or_default())
}

/// The same of several services, by their codes; those without a life situation are missing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn situations_of_services(tx: &Read, codes: &[String]) -> Result<BTreeMap<String, Vec<SituationLine>>> {
    situation_links::of_services(tx, codes).await
}

/// A life situation with its newest text, for its editors.
///
/// # Errors
/// Not found, also for those who have nothing to do with it; forbidden for everybody but contact persons and the
/// platform.
pub async fn situation_draft(tx: &Read, slug: &str) -> Result<SituationDraft> {
    let (row, of) = found(tx, slug, policy::may_edit).await?;
    let acts = SituationActs {
        publish: policy::may_publish(tx.caller(), &of).is_ok(),
        confirm: policy::may_confirm(tx.caller(), &of).is_ok(),
    };
    let text = situations::text(tx, &row, row.latest).await?;
    let mut gaps = quality::situation_gaps(&text);
    gaps.extend(quality::unknown_services(tx, &text).await?);
    draft(row, of, acts, text, gaps)
}

/// One page of the life situations that the caller may edit, by title as the Latvian alphabet orders it: all for the
/// platform, for an institution those that it answers for and those of the branches that it coordinates. Editors keep
/// dozens of them, so all lines are read and ordered here: no database orders letters as another does.
///
/// # Errors
/// Forbidden for everybody but contact persons and the platform; invalid `bad-cursor`.
pub async fn situations_to_edit(tx: &Read, locale: Locale, page: &PageRequest) -> Result<Page<SituationLine>> {
    let lines = match policy::works_for(tx.caller())? {
        None => situations::to_edit(tx, None).await?,
        Some(own) => situations::to_edit(tx, Some((own, coordinated_branches(tx).await?.as_slice()))).await?,
    };
    let after: Option<(String, String)> = page.after.as_ref().map(Cursor::two).transpose()?;
    let key = |line: &SituationLine| (sort_key(line.title.get(locale)), line.slug.clone());
    let mut keyed: Vec<_> = lines.into_iter().map(|line| (key(&line), line)).collect();
    keyed.retain(|(key, _)| after.as_ref().is_none_or(|after| key > after));
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    keyed.truncate(usize::try_from(page.probe()).unwrap_or(usize::MAX));
    let page = Page::from_probe(keyed, page, |((title, slug), _)| Cursor::from_parts(&[title, slug]));
    Ok(page.map(|(_, line)| line))
}

fn draft(
    row: situation_rows::Model,
    of: Keepers,
    acts: SituationActs,
    text: Arc<SituationText>,
    gaps: Vec<crate::Gap>,
) -> Result<SituationDraft> {
    Ok(SituationDraft {
        latest: row.latest,
        revision: row.revision,
        check_due: row.check_due,
        unpublished: row.latest != row.version || row.state != SituationState::Published.as_str(),
        coordinator: of.coordinator,
        acts,
        gaps,
        situation: row.with(text)?,
    })
}
