//! Context of the page on which an article is written.

use crate::differences::Difference;
use crate::parts::{Choice, choices, either, institution_name};
use chrono::{DateTime, Utc};
use kernel::{Error, Locale, Result};
use knowledge::{ArticleDraft, ArticleKind, ArticleState, ArticleText, Audience};
use serde::Serialize;
use storage::Read;
use web_kit::{FormErrors, Template, Visit};

/// Context of `work/articles/edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    pub(super) here: String,
    pub(super) title: String,
    pub(super) kind: &'static str,
    pub(super) institution: String,
    pub(super) state: &'static str,
    pub(super) revision: i64,
    pub(super) public: Option<String>,
    pub(super) preview: String,
    pub(super) unpublished: bool,
    pub(super) gaps: Vec<String>,
    pub(super) audiences: Vec<Choice>,
    pub(super) audience: String,
    pub(super) text: ArticleText,
    /// The days of showing as the form shows them: `2026-11-23`.
    pub(super) from: String,
    pub(super) to: String,
    pub(super) shown_from: Option<DateTime<Utc>>,
    pub(super) shown_to: Option<DateTime<Utc>>,
    pub(super) helpful: i64,
    pub(super) unhelpful: i64,
    pub(super) conflict: Vec<Difference>,
    pub(super) errors: FormErrors,
}

/// The kind that an address names.
pub(super) fn kind_of(text: &str) -> Result<ArticleKind> {
    text.parse().map_err(|_| Error::not_found("article"))
}

impl EditPage {
    /// Of an article; `text` is what the form shows.
    pub(super) async fn read(visit: &Visit, tx: &Read, draft: &ArticleDraft, text: ArticleText) -> Result<Self> {
        let article = &draft.article;
        let shown = article.state == ArticleState::Published;
        let public = visit.url(&format!("/{}/{}", article.kind.as_str(), article.slug));
        let words = |gap: &knowledge::ArticleGap| {
            let part = visit.text(&format!("edit-part-{}", gap.path));
            format!("{part}: {}", visit.text(&format!("error-{}", gap.key)))
        };
        Ok(Self {
            here: visit.url(&format!("/work/articles/{}/{}", article.kind.as_str(), article.slug)),
            title: text.title.get(visit.locale()).to_owned(),
            kind: article.kind.as_str(),
            institution: institution_name(tx, visit.locale(), article.institution).await?,
            state: article.state.as_str(),
            revision: draft.revision,
            preview: format!("{public}?draft=1"),
            unpublished: draft.unpublished,
            gaps: draft.gaps.iter().map(words).collect(),
            audiences: choices(visit, "work-audience", Audience::ALL.iter().map(|one| one.as_str())),
            audience: article.audience.as_str().to_owned(),
            text,
            from: String::new(),
            to: String::new(),
            shown_from: shown.then_some(article.shown_from),
            shown_to: article.shown_to.filter(|_| shown),
            helpful: article.votes.0,
            unhelpful: article.votes.1,
            conflict: Vec::new(),
            errors: FormErrors::none(),
            public: shown.then_some(public),
        })
    }
}

impl Template for EditPage {
    const NAME: &'static str = "work/articles/edit.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let shown = Self {
            here: format!("/{locale}/work/articles/news/jauns"),
            title: either(locale, "Jauna iespēja", "Something new"),
            kind: "news",
            institution: "VDAA".to_owned(),
            state: "published",
            revision: 3,
            public: Some(format!("/{locale}/news/jauns")),
            preview: format!("/{locale}/news/jauns?draft=1"),
            unpublished: false,
            gaps: Vec::new(),
            audiences: vec![Choice::new("public", either(locale, "Visiem", "Everybody"))],
            audience: "public".to_owned(),
            text: ArticleText::default(),
            from: String::new(),
            to: String::new(),
            shown_from: Some(DateTime::UNIX_EPOCH),
            shown_to: Some(DateTime::UNIX_EPOCH),
            helpful: 3,
            unhelpful: 1,
            conflict: Vec::new(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["title-lv", "lead-en", "body-lv", "from", "to"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let place = "title · lv".to_owned();
        let conflict = vec![Difference { place, mine: "Mans".to_owned(), theirs: "Viņu".to_owned() }];
        let draft = Self {
            state: "draft",
            public: None,
            unpublished: true,
            gaps: vec!["lead: trūkst".to_owned()],
            shown_from: None,
            shown_to: None,
            helpful: 0,
            unhelpful: 0,
            ..shown.clone()
        };
        vec![shown.clone(), draft, Self { unpublished: true, shown_to: None, conflict, errors, ..shown }]
    }
}
