//! Writing a template: a new one, or a new version of one that is there.

use super::asked::template_code;
use super::form::{Both, Typed, TypedDocument, TypedLaw, TypedStep};
use super::written;
use crate::parts::{Choice, choices, either, form_errors};
use axum::extract::Path;
use catalogue::{ChangeTemplate, ClientCircle, DocumentKind, Stage, TemplateScope};
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/unified/edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    /// Code of the template; none for a new one.
    code: Option<String>,
    /// Where the form is sent.
    action: String,
    /// Where to go back to.
    back: String,
    circles: Vec<Choice>,
    scopes: Vec<Choice>,
    stages: Vec<Choice>,
    kinds: Vec<Choice>,
    typed: Typed,
    errors: FormErrors,
}

impl EditPage {
    fn new(visit: &Visit, code: Option<&str>, typed: Typed, errors: FormErrors) -> Self {
        let back = code.map_or("/work/templates".to_owned(), |code| format!("/work/templates/{code}"));
        Self {
            action: visit.url(&code.map_or(back.clone(), |code| format!("/work/templates/{code}/edit"))),
            back: visit.url(&back),
            code: code.map(str::to_owned),
            circles: choices(visit, "client-circle", ClientCircle::ALL.iter().map(|word| word.as_str())),
            scopes: choices(visit, "template-scope", TemplateScope::ALL.iter().map(|word| word.as_str())),
            stages: choices(visit, "catalogue-stage", Stage::ALL.iter().map(|word| word.as_str())),
            kinds: choices(visit, "catalogue-document", DocumentKind::ALL.iter().map(|word| word.as_str())),
            typed: typed.with_spare_rows(),
            errors,
        }
    }
}

/// `GET /work/templates/new`
pub async fn begin(visit: Visit) -> Answer {
    let typed = Typed {
        client_circle: ClientCircle::NaturalPerson.as_str().to_owned(),
        scope: TemplateScope::Municipalities.as_str().to_owned(),
        ..Typed::default()
    };
    visit.render(&EditPage::new(&visit, None, typed, FormErrors::none()))
}

/// `POST /work/templates`
pub async fn create(visit: Visit, sent: Fields) -> Answer {
    let typed = Typed::sent(&sent);
    match make(&visit, &typed).await {
        Ok(code) => visit.redirect(&format!("/work/templates/{code}?done=template-begun")),
        Err(error) => again(visit.shown_at("/work/templates/new"), None, typed, error),
    }
}

async fn make(visit: &Visit, typed: &Typed) -> Result<String> {
    let text = written::text(typed, None)?;
    let mut tx = visit.write().await?;
    let code = catalogue::create_template(&mut tx, text).await?;
    tx.commit().await?;
    Ok(code)
}

/// `GET /work/templates/{code}/edit`
pub async fn edit(visit: Visit, Path(code): Path<String>) -> Answer {
    let code = template_code(&code)?;
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    visit.render(&EditPage::new(&visit, Some(code), Typed::of(&template), FormErrors::none()))
}

/// `POST /work/templates/{code}/edit`
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let typed = Typed::sent(&sent);
    match keep(&visit, code, &typed).await {
        Ok(()) => visit.redirect(&format!("/work/templates/{code}?done=template-saved")),
        Err(error) => again(visit.shown_at(&format!("/work/templates/{code}/edit")), Some(code), typed, error),
    }
}

async fn keep(visit: &Visit, code: &str, typed: &Typed) -> Result<()> {
    let mut tx = visit.write().await?;
    let before = catalogue::template(&tx, code).await?;
    let input = ChangeTemplate {
        code: code.to_owned(),
        revision: typed.revision,
        text: written::text(typed, Some(&before.text))?,
        note: typed.note.clone(),
    };
    catalogue::change_template(&mut tx, input).await?;
    tx.commit().await
}

/// The form of a template that cannot be taken into use yet, with what it lacks.
pub(super) async fn with_gaps(visit: Visit, code: &str, error: Error) -> Answer {
    let visit = visit.shown_at(&format!("/work/templates/{code}/edit"));
    let errors = written::at_fields(&form_errors(&visit, error)?);
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    visit.render_invalid(&EditPage::new(&visit, Some(code), Typed::of(&template), errors))
}

/// The form again with all that was typed; also when somebody else changed the template meanwhile, so that nobody's
/// words are lost.
fn again(visit: Visit, code: Option<&str>, typed: Typed, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::Stale) {
        return Err(error.into());
    }
    let errors = written::at_fields(&form_errors(&visit, error)?);
    visit.render_invalid(&EditPage::new(&visit, code, typed, errors))
}

impl Template for EditPage {
    const NAME: &'static str = "work/unified/edit.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let both = |lv: &str, en: &str| Both { lv: lv.to_owned(), en: en.to_owned() };
        let typed = Typed {
            revision: 3,
            name: both("Būvatļauja <paraugs>", "Building permit"),
            summary: both("Saņemiet atļauju.", "Get a permit."),
            client_circle: "any".to_owned(),
            scope: "municipalities".to_owned(),
            cofog: "06.2.0".to_owned(),
            steps: vec![TypedStep {
                stage: "request".to_owned(),
                title: both("Iesniedzat", "Apply"),
                text: both("Tā", "So"),
            }],
            documents: vec![TypedDocument {
                kind: "form".to_owned(),
                name: both("Iesniegums", "Application"),
                required: true,
                ..TypedDocument::default()
            }],
            laws: vec![TypedLaw { title: both("Likums", "Law"), link: "https://likumi.lv/ta/id/1".to_owned() }],
            ..Typed::default()
        };
        let page = |code: Option<&str>, typed: Typed, errors| Self {
            code: code.map(str::to_owned),
            action: format!("/{locale}/work/templates"),
            back: format!("/{locale}/work/templates"),
            circles: vec![Choice::new("any", either(locale, "Jebkurš", "Anybody"))],
            scopes: vec![Choice::new("municipalities", either(locale, "Pašvaldības", "Municipalities"))],
            stages: vec![Choice::new("request", either(locale, "Pieprasīšana", "Request"))],
            kinds: vec![Choice::new("form", either(locale, "Veidlapa", "Form"))],
            typed: typed.with_spare_rows(),
            errors,
        };
        let mut errors = FormErrors::none();
        for field in ["name-lv", "summary-lv", "cofog", "steps-0-title-lv", "laws-0-link", "note"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        vec![
            page(None, Typed::default(), FormErrors::none()),
            page(Some("V101"), typed.clone(), FormErrors::none()),
            page(Some("V101"), typed, errors),
        ]
    }
}
