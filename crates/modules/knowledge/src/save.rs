//! Writing at an article. What is shown stays as it is until the new text is published.

use crate::{ArticleKind, ArticleText, Audience, policy, quality, store};
use kernel::{Error, InstitutionId, Result};
use storage::Write;

/// What to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveArticle {
    /// News or help.
    pub kind: ArticleKind,
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
    /// For whom.
    pub audience: Audience,
    /// The whole text; gaps are allowed.
    pub text: ArticleText,
}

/// Keeps the text as the newest, not shown yet, and returns the new revision.
///
/// # Errors
/// Not found; forbidden for everybody but the institution's contact person and the platform; stale `article-changed`
/// when somebody else changed it meanwhile; conflict `article-audience` when what the public reads would become hidden;
/// invalid with field errors for a text that cannot be kept.
pub async fn save_article(tx: &mut Write, input: SaveArticle) -> Result<i64> {
    let row = editable(tx, input.kind, &input.slug, input.revision).await?;
    quality::require_writable(&input.text)?;
    if row.state == "published" && row.audience != input.audience.as_str() {
        return Err(Error::conflict("article-audience"));
    }
    store::save(tx, &row, input.audience, &input.text).await?;
    Ok(row.revision + 1)
}

/// The row, if the caller may edit it and saw its newest revision.
pub(crate) async fn editable(tx: &Write, kind: ArticleKind, slug: &str, revision: i64) -> Result<store::Row> {
    let row = store::by_slug(tx, kind, slug).await?.ok_or_else(|| Error::not_found("article"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.institution))?;
    if row.revision == revision { Ok(row) } else { Err(Error::stale("article-changed").arg("slug", slug)) }
}
