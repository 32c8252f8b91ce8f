//! Reading articles: readers and editors.

use crate::{Article, ArticleDraft, ArticleKind, ArticleLine, ArticleState, Audience, policy, quality, store};
use chrono::{DateTime, Utc};
use kernel::{ArticleId, Error, InstitutionId, LangText, Page, PageRequest, Result};
use std::collections::BTreeMap;
use storage::Read;

/// An article that is shown now.
///
/// # Errors
/// Not found when there is none, it is not shown now, or it is for staff and the caller is not.
pub async fn article(tx: &Read, kind: ArticleKind, slug: &str) -> Result<Article> {
    shown(tx, store::by_slug(tx, kind, slug).await?).await
}

/// The same by its id.
///
/// # Errors
/// As [`article`].
pub async fn article_by_id(tx: &Read, id: ArticleId) -> Result<Article> {
    shown(tx, store::by_id(tx, id).await?).await
}

async fn shown(tx: &Read, row: Option<store::Row>) -> Result<Article> {
    let row = row.filter(|row| row.is_shown(tx.now())).ok_or_else(|| Error::not_found("article"))?;
    if !policy::may_read(tx.caller(), row.audience.parse()?) {
        return Err(Error::not_found("article"));
    }
    let text = store::text(tx, &row, row.version).await?;
    row.with(text)
}

/// One page of the articles of a kind that an audience is shown now, newest first.
///
/// # Errors
/// Not found for articles of staff when the caller does not work in an institution; invalid `bad-cursor`.
pub async fn list_articles(
    tx: &Read,
    kind: ArticleKind,
    audience: Audience,
    page: &PageRequest,
) -> Result<Page<ArticleLine>> {
    if !policy::may_read(tx.caller(), audience) {
        return Err(Error::not_found("page"));
    }
    store::shown(tx, kind, audience, page).await
}

/// What those of these articles say that the caller is shown now, below their leads: for those who index them.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn article_bodies(tx: &Read, ids: &[ArticleId]) -> Result<BTreeMap<ArticleId, LangText>> {
    let mut bodies = BTreeMap::new();
    for (row, text) in store::texts(tx, ids).await? {
        if row.is_shown(tx.now()) && policy::may_read(tx.caller(), row.audience.parse()?) {
            bodies.insert(ArticleId::new(row.id), text.body);
        }
    }
    Ok(bodies)
}

/// When any article last changed, for those who keep copies; none while there is none.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn articles_changed(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    store::last_change(tx).await
}

/// An article with its newest text, for its editors.
///
/// # Errors
/// Not found; forbidden for everybody but the institution's contact person and the platform.
pub async fn article_draft(tx: &Read, kind: ArticleKind, slug: &str) -> Result<ArticleDraft> {
    let row = store::by_slug(tx, kind, slug).await?.ok_or_else(|| Error::not_found("article"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.institution))?;
    let text = store::text(tx, &row, row.latest).await?;
    Ok(ArticleDraft {
        latest: row.latest,
        revision: row.revision,
        unpublished: row.latest != row.version || row.state != ArticleState::Published.as_str(),
        gaps: quality::article_gaps(&text),
        article: row.with(text)?,
    })
}

/// One page of the articles that the caller may edit, last changed first.
///
/// # Errors
/// Forbidden for everybody but contact persons and the platform; invalid `bad-cursor`.
pub async fn articles_to_edit(tx: &Read, page: &PageRequest) -> Result<Page<ArticleLine>> {
    let of = policy::edits(tx.caller())?;
    store::to_edit(tx, of, page).await
}
