//! One article.

use axum::extract::{Path, Query};
use chrono::{DateTime, Utc};
use kernel::Locale;
use knowledge::{Article, ArticleKind, ArticleText};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::names::{Names, foreign};
use crate::spoken::{self, Language, Speech, languages, speak};

/// Context of `articles/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ArticlePage {
    kind: &'static str,
    href: String,
    title: String,
    lead: String,
    body: String,
    institution: String,
    at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// For staff only.
    staff: bool,
    /// Not shown yet: as its editors see it.
    draft: bool,
    languages: Vec<Language>,
    speech: Option<Speech>,
    lang: Option<String>,
}

/// `?lang=uk` and `?draft=1`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    draft: String,
}

/// `GET /news/{slug}`
pub(crate) async fn show_news(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    show(visit, ArticleKind::News, slug, asked).await
}

/// `GET /help/{slug}`
pub(crate) async fn show_help(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    show(visit, ArticleKind::Help, slug, asked).await
}

async fn show(visit: Visit, kind: ArticleKind, slug: String, asked: Asked) -> Answer {
    let tx = visit.read().await?;
    if asked.draft == "1" {
        let draft = knowledge::article_draft(&tx, kind, &slug).await?;
        let page = page(&tx, &visit, &draft.article, &draft.article.text).await?;
        return visit.render(&ArticlePage { draft: true, ..page });
    }
    let article = knowledge::article(&tx, kind, &slug).await?;
    let path = format!("/{}/{slug}", kind.as_str());
    let spoken = speak(&tx, &visit, &article.text, &asked.lang, &path).await?;
    let (text, speech) = spoken.map_or_else(|| (article.text.clone(), None), |(text, speech)| (text, Some(speech)));
    let page = page(&tx, &visit, &article, &text).await?;
    let lang = speech.as_ref().map(|speech| speech.tag.clone()).or(page.lang);
    let languages = languages(&tx, &visit, &article.text.title, &path).await?;
    visit.render(&ArticlePage { languages, speech, lang, ..page })
}

async fn page(tx: &Read, visit: &Visit, article: &Article, text: &ArticleText) -> kernel::Result<ArticlePage> {
    let locale = visit.locale();
    let names = Names::of(tx, visit, [article.institution]).await?;
    Ok(ArticlePage {
        kind: article.kind.as_str(),
        href: visit.url(&format!("/{}/{}", article.kind.as_str(), article.slug)),
        title: text.title.get(locale).to_owned(),
        lead: text.lead.get(locale).to_owned(),
        body: text.body.get(locale).to_owned(),
        institution: names.get(article.institution),
        at: article.shown_from,
        updated_at: article.updated_at,
        staff: article.audience == knowledge::Audience::Staff,
        draft: false,
        languages: Vec::new(),
        speech: None,
        lang: foreign(&text.title, locale).map(str::to_owned),
    })
}

impl Template for ArticlePage {
    const NAME: &'static str = "citizen/articles/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (languages, speech) = spoken::samples(locale);
        let sample = |kind, draft, staff, speech: Option<Speech>| Self {
            kind,
            href: format!("/{locale}/{kind}/jauns"),
            title: "Jauna iespēja".to_owned(),
            lead: "Īsi par to.".to_owned(),
            body: "Ievads ar [saiti](/life).\n\n## Kā\n\n- viens\n- divi".to_owned(),
            institution: "Valsts digitālās attīstības aģentūra".to_owned(),
            at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            staff,
            draft,
            languages: if draft { Vec::new() } else { languages.clone() },
            lang: speech.as_ref().map(|speech| speech.tag.clone()),
            speech,
        };
        vec![
            sample("news", false, false, Some(speech)),
            sample("help", true, false, None),
            sample("help", false, true, None),
        ]
    }
}
