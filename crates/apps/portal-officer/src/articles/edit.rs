//! `/work/articles/{kind}/{slug}`: writing at an article. What is done with it next (showing, taking away) is sent with the
//! text and keeps it in the same step, so that nothing typed is left behind; when somebody else was quicker, both texts
//! are shown.

use super::page::{EditPage, kind_of};
use crate::differences::differences;
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use chrono::NaiveDate;
use kernel::{Error, ErrorKind, FieldError, LangText, Result};
use knowledge::{
    Article, ArticleKind, ArticleText, Audience, PublishArticle, SaveArticle, WithdrawArticle, article_draft,
    publish_article, save_article, withdraw_article,
};
use storage::Write;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The form with the newest text.
pub async fn edit(visit: Visit, Path((kind, slug)): Path<(String, String)>) -> Answer {
    let tx = visit.read().await?;
    let draft = article_draft(&tx, kind_of(&kind)?, &slug).await?;
    let text = draft.article.text.clone();
    visit.render(&EditPage::read(&visit, &tx, &draft, text).await?)
}

/// What is done with the text once it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Nothing,
    Publish,
    Withdraw,
}

impl Then {
    /// The word by which the page says that it is done.
    fn done(self) -> &'static str {
        match self {
            Self::Nothing => "article-saved",
            Self::Publish => "article-published",
            Self::Withdraw => "article-withdrawn",
        }
    }
}

/// Keeps what was typed.
pub async fn save(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    written(visit, kind_of(&kind)?, &slug, &sent, Then::Nothing).await
}

/// `POST /work/articles/{kind}/{slug}/publish`
pub async fn publish(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    written(visit, kind_of(&kind)?, &slug, &sent, Then::Publish).await
}

/// `POST /work/articles/{kind}/{slug}/withdraw`
pub async fn withdraw(visit: Visit, Path((kind, slug)): Path<(String, String)>, sent: Fields) -> Answer {
    written(visit, kind_of(&kind)?, &slug, &sent, Then::Withdraw).await
}

/// Both or nothing: what stands in the way is told above the form, in which everything typed stays.
async fn written(visit: Visit, kind: ArticleKind, slug: &str, sent: &Fields, then: Then) -> Answer {
    let path = format!("/work/articles/{}/{slug}", kind.as_str());
    let visit = visit.shown_at(&path);
    let known = article_draft(&visit.read().await?, kind, slug).await?.article;
    // A page that was open before the form had these buttons sends no text with them.
    let bare = then != Then::Nothing && sent.get("title-lv").is_none();
    let text = if bare { known.text.clone() } else { text_of(sent, &known.text) };
    let audience = if bare { known.audience.as_str() } else { sent.text("audience") }.to_owned();
    let error = match keep(&visit, &known, sent, (audience.as_str(), text.clone()), then).await {
        Ok(()) => return visit.redirect(&format!("{path}?done={}", then.done())),
        Err(error) => error,
    };
    let stale = error.kind() == ErrorKind::Stale;
    let (status, error) = refusal(error)?;
    let tx = visit.read().await?;
    let draft = article_draft(&tx, kind, slug).await?;
    // Beside what was typed stands what somebody else kept. Sending it again replaces the other text knowingly.
    let conflict = if stale { differences(&visit, &text, &draft.article.text) } else { Vec::new() };
    let mut errors = FormErrors::none();
    if conflict.is_empty() {
        errors = form_errors(&visit, error)?;
    } else {
        errors.add(None, visit.text("edit-conflict"));
    }
    let page = EditPage::read(&visit, &tx, &draft, text).await?;
    let revision = if stale { draft.revision } else { seen_revision(sent) };
    let (from, to) = (sent.text("from").to_owned(), sent.text("to").to_owned());
    // What the kept text lacks says nothing about the one in the form.
    let gaps = Vec::new();
    visit.render_with(status, &EditPage { revision, audience, from, to, gaps, conflict, errors, ..page })
}

/// What is typed wrongly about the audience and the days is told together.
async fn keep(
    visit: &Visit,
    known: &Article,
    sent: &Fields,
    (audience, text): (&str, ArticleText),
    then: Then,
) -> Result<()> {
    let days = if then == Then::Publish { [day(sent, "from"), day(sent, "to")] } else { [Ok(None), Ok(None)] };
    let (audience, from, to) = match (audience.parse::<Audience>(), days) {
        (Ok(audience), [Ok(from), Ok(to)]) => (audience, from, to),
        (audience, [from, to]) => {
            let choice = audience.err().map(|_| FieldError::new("audience", "work-choose"));
            let wrong = choice.into_iter().chain(from.err()).chain(to.err());
            return Err(Error::invalid("form-has-errors").fields(wrong));
        }
    };
    let mut tx = visit.write().await?;
    let (kind, slug) = (known.kind, known.slug.clone());
    // What is kept already would be one more version of the same.
    let new = then == Then::Nothing || (&text, audience) != (&known.text, known.audience);
    let revision = saved(&mut tx, known, (audience, text), seen_revision(sent), new).await?;
    match then {
        Then::Nothing => {}
        Then::Publish => {
            let from = from.map(worktime::start_of_day);
            let to = to.map(worktime::end_of_day);
            publish_article(&mut tx, PublishArticle { kind, slug, revision, from, to }).await?;
        }
        Then::Withdraw => withdraw_article(&mut tx, WithdrawArticle { kind, slug, revision }).await?,
    }
    tx.commit().await
}

/// The revision from which to go on.
async fn saved(
    tx: &mut Write,
    known: &Article,
    (audience, text): (Audience, ArticleText),
    revision: i64,
    new: bool,
) -> Result<i64> {
    if !new {
        return Ok(revision);
    }
    save_article(tx, SaveArticle { kind: known.kind, slug: known.slug.clone(), revision, audience, text }).await
}

/// A day of the form, written `2026-11-23` or `23.11.2026`.
fn day(sent: &Fields, name: &'static str) -> std::result::Result<Option<NaiveDate>, FieldError> {
    let text = sent.text(name);
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.trim_end_matches('.');
    let read = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(plain, form).ok());
    read.map(Some).ok_or_else(|| FieldError::new(name, "work-day"))
}

/// What the form says on top of `known`: other languages stay.
fn text_of(sent: &Fields, known: &ArticleText) -> ArticleText {
    let both = |name: &str, known: &LangText| {
        let text = |locale: &str| sent.text(&format!("{name}-{locale}")).replace("\r\n", "\n");
        LangText { other: known.other.clone(), ..LangText::new(text("lv"), text("en")) }
    };
    ArticleText { title: both("title", &known.title), lead: both("lead", &known.lead), body: both("body", &known.body) }
}
