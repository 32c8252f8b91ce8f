//! Writing a template: a new one, or a new version of one that is there.

use super::asked::template_code;
use super::confirm::ConfirmPage;
use super::form::{Both, Typed, TypedDocument, TypedLaw, TypedStep};
use super::written;
use crate::differences::{Difference, differences};
use crate::parts::{Choice, choices, either, form_errors, refusal};
use axum::extract::Path;
use catalogue::{ChangeTemplate, ClientCircle, DocumentKind, Stage, TemplateScope, TemplateText};
use http::StatusCode;
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;
use serde_json::Value;
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
    /// What differs from the text that somebody else kept meanwhile.
    conflict: Vec<Difference>,
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
            conflict: Vec::new(),
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

/// `POST /work/templates/{code}/edit`: what the public would see of it is shown and confirmed first.
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let typed = Typed::sent(&sent);
    let visit = visit.shown_at(&format!("/work/templates/{code}/edit"));
    if sent.get("back").is_some() {
        let tx = visit.read().await?;
        catalogue::template(&tx, code).await?;
        return visit.render(&EditPage::new(&visit, Some(code), typed, FormErrors::none()));
    }
    match keep(&visit, code, &typed, &sent).await {
        Ok(None) => visit.redirect(&format!("/work/templates/{code}?done=template-saved")),
        Ok(Some(page)) if page.is_moved() => visit.render_with(StatusCode::PRECONDITION_FAILED, &page),
        Ok(Some(page)) => visit.render(&page),
        Err(error) if error.kind() == ErrorKind::Stale => both_texts(&visit, code, typed).await,
        Err(error) => again(visit, Some(code), typed, error),
    }
}

/// Keeps the text, unless it changes what the public sees and that was not confirmed as it is now.
async fn keep(visit: &Visit, code: &str, typed: &Typed, sent: &Fields) -> Result<Option<ConfirmPage>> {
    let mut tx = visit.write().await?;
    let before = catalogue::template(&tx, code).await?;
    let input = ChangeTemplate {
        code: code.to_owned(),
        revision: typed.revision,
        text: written::text(typed, Some(&before.text))?,
        note: typed.note.clone(),
    };
    if let Some(effect) = catalogue::template_effect(&tx, &input).await?
        && effect.digest != sent.text("seen")
    {
        return ConfirmPage::of(visit, &tx, code, (typed, sent), effect).await.map(Some);
    }
    catalogue::change_template(&mut tx, input).await?;
    tx.commit().await?;
    Ok(None)
}

/// The form of a template that cannot be taken into use yet, with what it lacks.
pub(super) async fn with_gaps(visit: Visit, code: &str, error: Error) -> Answer {
    let visit = visit.shown_at(&format!("/work/templates/{code}/edit"));
    let errors = written::at_fields(&form_errors(&visit, error)?);
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    visit.render_invalid(&EditPage::new(&visit, Some(code), Typed::of(&template), errors))
}

/// The form again with all that was typed.
fn again(visit: Visit, code: Option<&str>, typed: Typed, error: Error) -> Answer {
    let (status, error) = refusal(error)?;
    let errors = written::at_fields(&form_errors(&visit, error)?);
    visit.render_with(status, &EditPage::new(&visit, code, typed, errors))
}

/// What was typed stays in the form; beside it stands what differs from what somebody else kept. Sending it again replaces
/// the other text knowingly.
async fn both_texts(visit: &Visit, code: &str, typed: Typed) -> Answer {
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    let mine = written::text(&typed, Some(&template.text))?;
    let conflict = differences(visit, &in_words(visit, &mine)?, &in_words(visit, &template.text)?);
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("edit-conflict"));
    let typed = Typed { revision: template.revision, ..typed };
    let page = EditPage::new(visit, Some(code), typed, errors);
    visit.render_with(StatusCode::PRECONDITION_FAILED, &EditPage { conflict, ..page })
}

/// A text with its choices in the words of the page.
fn in_words(visit: &Visit, text: &TemplateText) -> Result<Value> {
    let mut told = serde_json::to_value(text)?;
    let said = |prefix: &str, word: &str| Value::from(visit.text(&format!("{prefix}-{word}")));
    let put = |of: Option<&mut Value>, name: &str, value: Value| {
        if let Some(Value::Object(elements)) = of {
            elements.insert(name.to_owned(), value);
        }
    };
    put(Some(&mut told), "client_circle", said("client-circle", text.client_circle.as_str()));
    put(Some(&mut told), "scope", said("template-scope", text.scope.as_str()));
    for (place, step) in text.steps.iter().enumerate() {
        put(told.pointer_mut(&format!("/steps/{place}")), "stage", said("catalogue-stage", step.stage.as_str()));
    }
    for (place, document) in text.documents.iter().enumerate() {
        let at = format!("/documents/{place}");
        put(told.pointer_mut(&at), "kind", said("catalogue-document", document.kind.as_str()));
        put(told.pointer_mut(&at), "required", said("web", if document.required { "yes" } else { "no" }));
    }
    Ok(told)
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
            conflict: Vec::new(),
            errors,
        };
        let mut errors = FormErrors::none();
        for field in ["name-lv", "summary-lv", "cofog", "steps-0-title-lv", "laws-0-link", "note"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let place = "name · lv".to_owned();
        let conflict = vec![Difference { place, mine: "Mans".to_owned(), theirs: "Viņu".to_owned() }];
        vec![
            page(None, Typed::default(), FormErrors::none()),
            page(Some("V101"), typed.clone(), FormErrors::none()),
            Self { conflict, ..page(Some("V101"), typed, errors) },
        ]
    }
}
