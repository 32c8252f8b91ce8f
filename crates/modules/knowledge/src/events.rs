//! Facts about articles.

use crate::ArticleKind;
use kernel::{ArticleId, InstitutionId, Result};
use serde::Serialize;
use storage::{Expected, NewEvent, Stream, Write};

/// An article was begun.
pub const ARTICLE_CREATED: &str = "article.created";
/// A version of its text became public.
pub const ARTICLE_PUBLISHED: &str = "article.published";
/// It is not shown any more.
pub const ARTICLE_WITHDRAWN: &str = "article.withdrawn";

/// Data of all these events, version 1.
#[derive(Debug, Serialize)]
pub(crate) struct ArticleFact {
    pub kind: ArticleKind,
    pub slug: String,
    pub institution: InstitutionId,
    pub version: i32,
    pub digest: String,
}

pub(crate) async fn append(tx: &mut Write, id: ArticleId, kind: &'static str, data: &ArticleFact) -> Result<()> {
    let fact = NewEvent::new(kind, 1, data)?;
    tx.append(Stream::new("article", id.uuid()), Expected::Any, vec![fact]).await?;
    Ok(())
}
