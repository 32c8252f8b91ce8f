//! Showing articles and taking them away.

use crate::events::{ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN, ArticleFact, append};
use crate::save::editable;
use crate::{ArticleKind, ArticleState, quality, store};
use chrono::{DateTime, Utc};
use kernel::{ArticleId, Error, InstitutionId, Result};
use storage::Write;

/// What to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishArticle {
    /// News or help.
    pub kind: ArticleKind,
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
    /// Shown from this instant; at once when none.
    pub from: Option<DateTime<Utc>>,
    /// Shown up to this instant, not including it; without end when none.
    pub to: Option<DateTime<Utc>>,
}

/// Shows the newest text from an instant on and returns its number.
///
/// # Errors
/// Not found; forbidden for everybody but the institution's contact person and the platform; stale `article-changed`;
/// invalid `article-incomplete` with one field error per gap, `article-times` at field `to` for an end before the start.
pub async fn publish_article(tx: &mut Write, input: PublishArticle) -> Result<i32> {
    let row = editable(tx, input.kind, &input.slug, input.revision).await?;
    let text = store::text(tx, &row, row.latest).await?;
    quality::require_complete(&text)?;
    // An article keeps the day on which it first appeared, unless another one is stated.
    let shown = row.state == ArticleState::Published.as_str() && row.shown_from <= tx.now();
    let from = input.from.unwrap_or_else(|| if shown { row.shown_from } else { tx.now() });
    if input.to.is_some_and(|to| to <= from) {
        return Err(Error::invalid("form-has-errors").field("to", "article-times"));
    }
    let (version, digest) = store::show(tx, &row, &text, from, input.to).await?;
    note(tx, row, ARTICLE_PUBLISHED, version, digest).await?;
    Ok(version)
}

/// What to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawArticle {
    /// News or help.
    pub kind: ArticleKind,
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
}

/// Takes an article away from readers; its versions stay.
///
/// # Errors
/// Not found; forbidden for everybody but the institution's contact person and the platform; stale `article-changed`;
/// conflict `article-not-published`.
pub async fn withdraw_article(tx: &mut Write, input: WithdrawArticle) -> Result<()> {
    let row = editable(tx, input.kind, &input.slug, input.revision).await?;
    if row.state != ArticleState::Published.as_str() {
        return Err(Error::conflict("article-not-published"));
    }
    let digest = store::withdraw(tx, &row).await?;
    let version = row.version;
    note(tx, row, ARTICLE_WITHDRAWN, version, digest).await
}

async fn note(tx: &mut Write, row: store::Row, kind: &'static str, version: i32, digest: String) -> Result<()> {
    let institution = InstitutionId::new(row.institution);
    let fact = ArticleFact { kind: row.kind.parse()?, slug: row.slug, institution, version, digest };
    append(tx, ArticleId::new(row.id), kind, &fact).await
}
