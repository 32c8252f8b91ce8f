//! "Was this helpful?"

use crate::{ArticleKind, Audience, store};
use kernel::{Result, riga_date};
use storage::{Read, Write};

/// Counts an answer to "was this helpful" for an article that is shown. Who answered is not kept.
///
/// # Errors
/// Not found as for [`crate::article`].
pub async fn vote(tx: &mut Write, kind: ArticleKind, slug: &str, helpful: bool) -> Result<()> {
    let article = crate::article(tx, kind, slug).await?;
    store::count(tx, article.id, helpful).await?;
    if article.audience == Audience::Public {
        let month = riga_date(tx.now()).format("%Y-%m").to_string();
        store::count_month(tx, &month, helpful).await?;
    }
    Ok(())
}

/// Answers of a month to "was this helpful" about everything that the public may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerMonth {
    /// `2026-11`, in Latvia.
    pub month: String,
    /// How many said yes.
    pub helpful: i64,
    /// How many said no.
    pub unhelpful: i64,
}

/// Answers from a month (`2026-01`) on, oldest first: for the indicators of the portal (POR-07). No access check: they
/// tell of nobody; who shows them to the public hides small ones.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn answer_months(tx: &Read, from: &str) -> Result<Vec<AnswerMonth>> {
    store::months(tx, from).await
}
