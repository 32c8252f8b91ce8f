//! "Was this helpful?"

use crate::{ArticleKind, store};
use kernel::Result;
use storage::Write;

/// Counts an answer to "was this helpful" for an article that is shown. Who answered is not kept.
///
/// # Errors
/// Not found as for [`crate::article`].
pub async fn vote(tx: &mut Write, kind: ArticleKind, slug: &str, helpful: bool) -> Result<()> {
    let article = crate::article(tx, kind, slug).await?;
    store::count(tx, article.id, helpful).await
}
