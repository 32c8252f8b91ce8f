//! Showing an article and taking it away.

use super::page::{EditPage, kind_of};
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Result};
use knowledge::{ArticleKind, PublishArticle, WithdrawArticle, article_draft, publish_article, withdraw_article};
use web_kit::{Answer, Fields, Visit};

/// `POST /work/articles/{kind}/{slug}/publish`
pub async fn publish(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    let kind = kind_of(&kind)?;
    let done = async {
        let from = day(&sent, "from")?.map(worktime::start_of_day);
        let to: Option<DateTime<Utc>> = day(&sent, "to")?.map(worktime::end_of_day);
        let mut tx = visit.write().await?;
        let input = PublishArticle { kind, slug: slug.clone(), revision: seen_revision(&sent), from, to };
        publish_article(&mut tx, input).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, kind, &slug, done, "article-published", &sent).await
}

/// `POST /work/articles/{kind}/{slug}/withdraw`
pub async fn withdraw(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    let kind = kind_of(&kind)?;
    let done = async {
        let mut tx = visit.write().await?;
        withdraw_article(&mut tx, WithdrawArticle { kind, slug: slug.clone(), revision: seen_revision(&sent) }).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, kind, &slug, done, "article-withdrawn", &sent).await
}

/// A day of the form, written `2026-11-23` or `23.11.2026`.
fn day(sent: &Fields, name: &'static str) -> Result<Option<NaiveDate>> {
    let text = sent.text(name);
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.trim_end_matches('.');
    let read = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(plain, form).ok());
    read.map(Some).ok_or_else(|| Error::invalid("form-has-errors").field(name, "work-day"))
}

/// Back to the page; what stands in the way is told above its form.
async fn after(visit: Visit, kind: ArticleKind, slug: &str, done: Result<()>, word: &str, sent: &Fields) -> Answer {
    let path = format!("/work/articles/{}/{slug}", kind.as_str());
    let visit = visit.shown_at(&path);
    let error = match done {
        Ok(()) => return visit.redirect(&format!("{path}?done={word}")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let draft = article_draft(&tx, kind, slug).await?;
    let text = draft.article.text.clone();
    let page = EditPage::read(&visit, &tx, &draft, text).await?;
    let (from, to) = (sent.text("from").to_owned(), sent.text("to").to_owned());
    visit.render_with(status, &EditPage { from, to, errors, ..page })
}
