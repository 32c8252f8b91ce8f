//! Beginning an article.

use crate::parts::{Choice, choices, either};
use kernel::{Error, ErrorKind, FieldError, LangText, Locale, Result};
use knowledge::{ArticleKind, ArticleText, Audience, CreateArticle, article_faults, create_article};
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/articles/new.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NewPage {
    kinds: Vec<Choice>,
    audiences: Vec<Choice>,
    typed: Typed,
    errors: FormErrors,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    kind: String,
    slug: String,
    audience: String,
    title_lv: String,
    title_en: String,
}

/// `GET /work/articles/new`
pub async fn begin(visit: Visit) -> Answer {
    visit.render(&NewPage::new(&visit, Typed::default(), FormErrors::none()))
}

/// `POST /work/articles`
pub async fn create(visit: Visit, sent: Fields) -> Answer {
    let text = |name: &str| sent.text(name).to_owned();
    let typed = Typed {
        kind: text("kind"),
        slug: text("slug"),
        audience: text("audience"),
        title_lv: text("title-lv"),
        title_en: text("title-en"),
    };
    match keep(&visit, &typed).await {
        Ok(()) => visit.redirect(&format!("/work/articles/{}/{}?done=article-begun", typed.kind, typed.slug)),
        Err(error) if error.kind() == ErrorKind::Invalid => {
            let errors = visit.form_errors(error)?;
            visit.render_invalid(&NewPage::new(&visit, typed, errors))
        }
        Err(error) => Err(error.into()),
    }
}

/// Articles belong to the institution of whoever begins them.
async fn keep(visit: &Visit, typed: &Typed) -> Result<()> {
    let institution = visit.caller().require_institution()?;
    let text = ArticleText { title: LangText::new(&typed.title_lv, &typed.title_en), ..ArticleText::default() };
    let (kind, audience) = asked(typed, article_faults(&typed.slug, &text))?;
    let mut tx = visit.write().await?;
    create_article(&mut tx, CreateArticle { kind, slug: typed.slug.clone(), audience, institution, text }).await?;
    tx.commit().await
}

/// What was chosen; what was not is told at once, with all else that is `wrong`.
fn asked(typed: &Typed, wrong: Vec<FieldError>) -> Result<(ArticleKind, Audience)> {
    match (typed.kind.parse::<ArticleKind>(), typed.audience.parse::<Audience>()) {
        (Ok(kind), Ok(audience)) if wrong.is_empty() => Ok((kind, audience)),
        (kind, audience) => {
            let kind = kind.is_err().then(|| FieldError::new("kind", "article-kind"));
            let audience = audience.is_err().then(|| FieldError::new("audience", "article-readers"));
            Err(Error::invalid("form-has-errors").fields(kind.into_iter().chain(wrong).chain(audience)))
        }
    }
}

impl NewPage {
    fn new(visit: &Visit, typed: Typed, errors: FormErrors) -> Self {
        Self {
            kinds: choices(visit, "work-article", ArticleKind::ALL.iter().map(|kind| kind.as_str())),
            audiences: choices(visit, "work-audience", Audience::ALL.iter().map(|one| one.as_str())),
            typed,
            errors,
        }
    }
}

impl Template for NewPage {
    const NAME: &'static str = "work/articles/new.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let plain = Self {
            kinds: vec![Choice::new("news", either(locale, "Jaunums", "News"))],
            audiences: vec![Choice::new("public", either(locale, "Visiem", "Everybody"))],
            typed: Typed::default(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["kind", "slug", "audience", "title-lv", "title-en"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        vec![plain.clone(), Self { errors, ..plain }]
    }
}
