//! Writing a template: a new one, or a new version of one that is there.

use super::asked::template_code;
use super::folds::{Filled, opened};
use super::form::{Both, Typed, TypedDocument, TypedLaw, TypedStep};
use super::keep::{Kept, keep};
use super::plan::Waits;
use super::written;
use crate::differences::{Difference, differences};
use crate::functions::functions;
use crate::parts::{Asked, Choice, choices, either, form_errors, refusal};
use axum::extract::{Path, Query};
use catalogue::{ClientCircle, DocumentKind, Stage, TemplateScope, TemplateState, TemplateText};
use http::StatusCode;
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use storage::Read;
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
    /// Functions of government.
    functions: Vec<Choice>,
    /// Life situations to tick.
    situations: Vec<Choice>,
    /// Whether it is in use, so that a new text can wait for a day.
    in_use: bool,
    /// What waits for a day, or could not take effect on it.
    waits: Option<Waits>,
    typed: Typed,
    /// What is filled in, in the line of each part.
    filled: Filled,
    /// The parts and rows that stand open.
    opened: BTreeSet<String>,
    /// What differs from the text that somebody else kept meanwhile.
    conflict: Vec<Difference>,
    errors: FormErrors,
}

impl EditPage {
    async fn of(visit: &Visit, tx: &Read, code: Option<&str>, typed: Typed, errors: FormErrors) -> Result<Self> {
        let back = code.map_or("/work/templates".to_owned(), |code| format!("/work/templates/{code}"));
        let (in_use, waits) = match code {
            Some(code) => {
                let in_use = catalogue::template(tx, code).await?.state == TemplateState::Published;
                (in_use, Waits::read(visit, tx, code).await?)
            }
            None => (false, None),
        };
        Ok(Self {
            in_use,
            waits,
            action: visit.url(&code.map_or(back.clone(), |code| format!("/work/templates/{code}/edit"))),
            back: visit.url(&back),
            code: code.map(str::to_owned),
            circles: choices(visit, "client-circle", ClientCircle::ALL.iter().map(|word| word.as_str())),
            scopes: choices(visit, "template-scope", TemplateScope::ALL.iter().map(|word| word.as_str())),
            stages: choices(visit, "catalogue-stage", Stage::ALL.iter().map(|word| word.as_str())),
            kinds: choices(visit, "catalogue-document", DocumentKind::ALL.iter().map(|word| word.as_str())),
            functions: functions(visit, &typed.cofog),
            situations: situations(visit, tx, &typed.life_events).await?,
            filled: Filled::of(visit, &typed),
            opened: opened(code.is_none(), &errors),
            typed: typed.with_spare_rows(),
            conflict: Vec::new(),
            errors,
        })
    }
}

/// The published life situations; what is ticked and not among them can still be seen and unticked.
async fn situations(visit: &Visit, tx: &Read, ticked: &[String]) -> Result<Vec<Choice>> {
    let lines = catalogue::list_situations(tx, None).await?;
    let offered = lines.into_iter().map(|line| Choice::new(line.word(), line.title.get(visit.locale())));
    let mut offered: Vec<Choice> = offered.collect();
    for word in ticked {
        if offered.iter().all(|one| one.value != *word) {
            offered.push(Choice::new(word, word));
        }
    }
    Ok(offered)
}

/// `GET /work/templates/new`
pub async fn begin(visit: Visit) -> Answer {
    let typed = Typed {
        client_circle: ClientCircle::NaturalPerson.as_str().to_owned(),
        scope: TemplateScope::Municipalities.as_str().to_owned(),
        ..Typed::default()
    };
    let tx = visit.read().await?;
    visit.render(&EditPage::of(&visit, &tx, None, typed, FormErrors::none()).await?)
}

/// `POST /work/templates`
pub async fn create(visit: Visit, sent: Fields) -> Answer {
    let typed = Typed::sent(&sent);
    match make(&visit, &typed).await {
        Ok(code) => visit.redirect(&format!("/work/templates/{code}?done=template-begun")),
        Err(error) => again(visit.shown_at("/work/templates/new"), None, typed, error).await,
    }
}

async fn make(visit: &Visit, typed: &Typed) -> Result<String> {
    let text = written::text(typed, None)?;
    let mut tx = visit.write().await?;
    let code = catalogue::create_template(&mut tx, text).await?;
    tx.commit().await?;
    Ok(code)
}

/// `GET /work/templates/{code}/edit`; with `?plan=3` the form of the third text that ever waited for a day.
pub async fn edit(visit: Visit, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    let code = template_code(&code)?;
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    let typed = match Fields(asked).get("plan") {
        Some(number) => {
            let number = number.parse().map_err(|_| Error::not_found("template-plan"))?;
            Typed::planned(&template, &catalogue::template_plan(&tx, code, number).await?)
        }
        None => Typed::of(&template),
    };
    visit.render(&EditPage::of(&visit, &tx, Some(code), typed, FormErrors::none()).await?)
}

/// `POST /work/templates/{code}/edit`: what the public would see of it is shown and confirmed first.
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let typed = Typed::sent(&sent);
    let visit = visit.shown_at(&format!("/work/templates/{code}/edit"));
    if sent.get("back").is_some() {
        let tx = visit.read().await?;
        catalogue::template(&tx, code).await?;
        return visit.render(&EditPage::of(&visit, &tx, Some(code), typed, FormErrors::none()).await?);
    }
    match keep(&visit, code, &typed, &sent).await {
        Ok(Kept::Now) => visit.redirect(&format!("/work/templates/{code}?done=template-saved")),
        Ok(Kept::Planned) => visit.redirect(&format!("/work/templates/{code}?done=template-planned")),
        Ok(Kept::Ask(page)) if page.is_moved() => visit.render_with(StatusCode::PRECONDITION_FAILED, &*page),
        Ok(Kept::Ask(page)) => visit.render(&*page),
        Err(error) if error.kind() == ErrorKind::Stale => both_texts(&visit, code, typed).await,
        Err(error) => again(visit, Some(code), typed, error).await,
    }
}

/// The form of a template that cannot be taken into use yet, with what it lacks.
pub(super) async fn with_gaps(visit: Visit, code: &str, error: Error) -> Answer {
    let visit = visit.shown_at(&format!("/work/templates/{code}/edit"));
    let errors = written::at_fields(&visit, &form_errors(&visit, error)?);
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    visit.render_invalid(&EditPage::of(&visit, &tx, Some(code), Typed::of(&template), errors).await?)
}

/// The form again with all that was typed.
async fn again(visit: Visit, code: Option<&str>, typed: Typed, error: Error) -> Answer {
    let (status, error) = refusal(error)?;
    let errors = written::at_fields(&visit, &form_errors(&visit, error)?);
    let tx = visit.read().await?;
    visit.render_with(status, &EditPage::of(&visit, &tx, code, typed, errors).await?)
}

/// What was typed stays in the form; beside it stands what differs from what somebody else kept: of what waits, when that is
/// what was written on and something waits still. Sending it again replaces the other text knowingly.
async fn both_texts(visit: &Visit, code: &str, typed: Typed) -> Answer {
    let tx = visit.read().await?;
    let template = catalogue::template(&tx, code).await?;
    let plans = catalogue::template_plans(&tx, code).await?;
    let open = plans.into_iter().find(|plan| plan.is_open() && typed.replaces().is_some());
    let plan = open.as_ref().map(|open| open.number.to_string()).unwrap_or_default();
    let other = open.map_or_else(|| Arc::clone(&template.text), |open| open.text);
    let mine = written::text(&typed, Some(&other))?;
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("edit-conflict"));
    let typed = Typed { revision: template.revision, plan, ..typed };
    let page = EditPage::of(visit, &tx, Some(code), typed, errors).await?;
    let [mine, theirs] = [&mine, &*other].map(|text| in_words(visit, &page.situations, text));
    let conflict = differences(visit, &mine?, &theirs?);
    visit.render_with(StatusCode::PRECONDITION_FAILED, &EditPage { conflict, ..page })
}

/// A text with its choices in the words of the page.
fn in_words(visit: &Visit, situations: &[Choice], text: &TemplateText) -> Result<Value> {
    let mut told = serde_json::to_value(text)?;
    let said = |prefix: &str, word: &str| Value::from(visit.text(&format!("{prefix}-{word}")));
    let put = |of: Option<&mut Value>, name: &str, value: Value| {
        if let Some(Value::Object(elements)) = of {
            elements.insert(name.to_owned(), value);
        }
    };
    put(Some(&mut told), "client_circle", said("client-circle", text.client_circle.as_str()));
    let title = |word: &String| {
        let known = situations.iter().find(|one| one.value == *word);
        known.map_or_else(|| word.clone(), |one| one.label.clone())
    };
    put(Some(&mut told), "life_events", text.life_events.iter().map(title).collect());
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
            life_events: vec!["moon".to_owned()],
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
            functions: vec![Choice::new("06.2.0", "06.2.0 <b>")],
            situations: vec![
                Choice::new("parenting", either(locale, "Bērna audzināšana", "Bringing up a child")),
                Choice::new("moon", "moon"),
            ],
            in_use: code.is_some(),
            waits: None,
            filled: Filled {
                words: either(locale, "Aizpildīts: 2 no 5 <b>", "Filled in: 2 of 5 <b>"),
                ..Filled::default()
            },
            opened: opened(code.is_none(), &errors),
            typed: typed.with_spare_rows(),
            conflict: Vec::new(),
            errors,
        };
        let mut errors = FormErrors::none();
        for field in
            ["name-lv", "summary-lv", "cofog", "life_events", "steps-0-title-lv", "laws-0-link", "note", "from"]
        {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let place = "name · lv".to_owned();
        let conflict = vec![Difference { place, mine: "Mans".to_owned(), theirs: "Viņu".to_owned() }];
        let planned = Typed { from: "01.01.2027".to_owned(), plan: "2".to_owned(), ..typed.clone() };
        let waits = |refused| Some(Waits::sample(locale, refused));
        let none = FormErrors::none;
        vec![
            page(None, Typed::default(), none()),
            page(Some("V101"), typed.clone(), none()),
            Self { waits: waits(false), ..page(Some("V101"), typed.clone(), none()) },
            Self { waits: waits(true), ..page(Some("V101"), typed.clone(), none()) },
            Self { waits: waits(false), ..page(Some("V101"), planned.clone(), none()) },
            Self { waits: waits(true), ..page(Some("V101"), planned, none()) },
            Self { conflict, ..page(Some("V101"), typed, errors) },
        ]
    }
}
