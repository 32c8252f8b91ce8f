//! Beginning an article.

use crate::events::{ARTICLE_CREATED, ArticleFact, append};
use crate::{ArticleKind, ArticleText, Audience, policy, quality, store};
use kernel::{ArticleId, FieldError, InstitutionId, Result, no_faults};
use storage::Write;

/// Words of addresses that lead elsewhere.
const TAKEN: [&str; 2] = ["new", "feed"];

/// An article to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateArticle {
    /// News or help.
    pub kind: ArticleKind,
    /// Its word in addresses: small letters, digits and `-`.
    pub slug: String,
    /// For whom.
    pub audience: Audience,
    /// Whose it is.
    pub institution: InstitutionId,
    /// The first text; gaps are allowed until it is published.
    pub text: ArticleText,
}

/// Begins an article as a draft.
///
/// # Errors
/// Forbidden for everybody but the institution's contact person and the platform; not found for an unknown institution;
/// invalid with field errors `slug` (`article-slug`, `article-slug-taken`) and of the text.
pub async fn create_article(tx: &mut Write, input: CreateArticle) -> Result<ArticleId> {
    policy::may_edit(tx.caller(), input.institution)?;
    institutions::find(tx, input.institution).await?;
    let mut wrong = article_faults(&input.slug, &input.text);
    if store::by_slug(tx, input.kind, &input.slug).await?.is_some() {
        wrong.push(FieldError::new("slug", "article-slug-taken"));
    }
    no_faults(wrong)?;
    let id = ArticleId::new(tx.ids().uuid());
    let digest = store::insert(tx, id, &input).await?;
    let (kind, slug, institution) = (input.kind, input.slug, input.institution);
    append(tx, id, ARTICLE_CREATED, &ArticleFact { kind, slug, institution, version: 1, digest }).await?;
    Ok(id)
}

/// What is wrong with the text and the word for addresses of a new one, as far as they tell by themselves.
#[must_use]
pub fn article_faults(slug: &str, text: &ArticleText) -> Vec<FieldError> {
    let word = (!is_slug(slug)).then(|| FieldError::new("slug", "article-slug"));
    quality::unwritable(text).into_iter().chain(word).collect()
}

/// Two to eighty small letters, digits and single hyphens between them.
fn is_slug(text: &str) -> bool {
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let parts = text.split('-').all(|part| !part.is_empty() && plain(part));
    (2..=80).contains(&text.len()) && parts && !TAKEN.contains(&text)
}
