//! "Was this helpful?"

use axum::extract::Path;
use knowledge::ArticleKind;
use serde::Deserialize;
use web_kit::{Answer, Form, Visit};

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    #[serde(default)]
    helpful: String,
}

/// `POST /news/{slug}/helpful`
pub(crate) async fn vote_news(visit: Visit, Path(slug): Path<String>, Form(sent): Form<Sent>) -> Answer {
    vote(visit, ArticleKind::News, slug, sent).await
}

/// `POST /help/{slug}/helpful`
pub(crate) async fn vote_help(visit: Visit, Path(slug): Path<String>, Form(sent): Form<Sent>) -> Answer {
    vote(visit, ArticleKind::Help, slug, sent).await
}

async fn vote(visit: Visit, kind: ArticleKind, slug: String, sent: Sent) -> Answer {
    let mut tx = visit.write().await?;
    knowledge::vote(&mut tx, kind, &slug, sent.helpful == "yes").await?;
    tx.commit().await?;
    visit.redirect(&format!("/{}/{slug}?done=voted", kind.as_str()))
}
