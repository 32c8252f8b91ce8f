//! `/work/articles/{kind}/{slug}`: writing at an article; when somebody else was quicker, both texts are shown.

use super::page::{EditPage, kind_of};
use crate::differences::differences;
use crate::parts::form_errors;
use axum::extract::Path;
use http::StatusCode;
use kernel::{Error, ErrorKind, LangText, Result};
use knowledge::{ArticleKind, ArticleText, SaveArticle, article_draft, save_article};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The form with the newest text.
pub async fn edit(visit: Visit, Path((kind, slug)): Path<(String, String)>) -> Answer {
    let tx = visit.read().await?;
    let draft = article_draft(&tx, kind_of(&kind)?, &slug).await?;
    let text = draft.article.text.clone();
    visit.render(&EditPage::read(&visit, &tx, &draft, text).await?)
}

/// Keeps what was typed.
pub async fn save(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    let kind = kind_of(&kind)?;
    let path = format!("/work/articles/{}/{slug}", kind.as_str());
    let visit = visit.shown_at(&path);
    let known = article_draft(&visit.read().await?, kind, &slug).await?.article.text;
    let text = text_of(&sent, &known);
    let error = match keep(&visit, kind, &slug, &sent, text.clone()).await {
        Ok(()) => return visit.redirect(&format!("{path}?done=article-saved")),
        Err(error) => error,
    };
    let tx = visit.read().await?;
    let draft = article_draft(&tx, kind, &slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, text.clone()).await?;
    let audience = sent.text("audience").to_owned();
    match error.kind() {
        ErrorKind::Stale => {
            let conflict = differences(&visit, &text, &draft.article.text);
            let mut errors = FormErrors::none();
            errors.add(None, visit.text("edit-conflict"));
            visit.render_with(StatusCode::PRECONDITION_FAILED, &EditPage { audience, conflict, errors, ..page })
        }
        ErrorKind::Conflict => {
            let errors = form_errors(&visit, error)?;
            visit.render_with(StatusCode::CONFLICT, &EditPage { audience, errors, ..page })
        }
        _ => {
            let errors = visit.form_errors(error)?;
            visit.render_invalid(&EditPage { audience, errors, ..page })
        }
    }
}

async fn keep(visit: &Visit, kind: ArticleKind, slug: &str, sent: &Fields, text: ArticleText) -> Result<()> {
    let audience = sent.text("audience").parse();
    let audience = audience.map_err(|_| Error::invalid("form-has-errors").field("audience", "work-choose"))?;
    let revision = sent.text("revision").parse().unwrap_or_default();
    let mut tx = visit.write().await?;
    save_article(&mut tx, SaveArticle { kind, slug: slug.to_owned(), revision, audience, text }).await?;
    tx.commit().await
}

/// What the form says on top of `known`: other languages stay.
fn text_of(sent: &Fields, known: &ArticleText) -> ArticleText {
    let both = |name: &str, known: &LangText| {
        let text = |locale: &str| sent.text(&format!("{name}-{locale}")).replace("\r\n", "\n");
        LangText { other: known.other.clone(), ..LangText::new(text("lv"), text("en")) }
    };
    ArticleText { title: both("title", &known.title), lead: both("lead", &known.lead), body: both("body", &known.body) }
}
