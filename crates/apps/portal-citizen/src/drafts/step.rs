//! One step of an application: a page with a few questions.

use axum::extract::{Path, Query};
use chrono::{DateTime, Utc};
use documents::Document;
use forms::{Answers, Draft, RawInput};
use kernel::{DraftId, Error, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

use super::fields::{DateParts, FieldView, OptionView, Shown, StoredFile};
use crate::names::Names;

/// One step in the line above the page.
#[derive(Debug, Serialize)]
pub(super) struct StepLink {
    pub(super) state: &'static str,
    pub(super) href: String,
    pub(super) label: String,
}

/// Context of `drafts/step.html`.
#[derive(Debug, Serialize)]
pub(crate) struct StepPage {
    service: String,
    holder: String,
    heading: String,
    intro: Option<String>,
    steps: Vec<StepLink>,
    number: usize,
    total: usize,
    action: String,
    back: String,
    revision: i64,
    then: Option<String>,
    saved_at: DateTime<Utc>,
    /// Where to ask the institution.
    help: String,
    /// Where it is said why the service cannot be requested now, and what there is instead.
    closed: Option<String>,
    /// What the page asks now because of an answer on it; it is told first.
    asked: Vec<Asked>,
    fields: Vec<FieldView>,
    errors: FormErrors,
}

/// A question that an answer has called for.
#[derive(Debug, Serialize)]
struct Asked {
    name: String,
    label: String,
}

/// The service that a draft asks for.
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) holder: String,
    /// The page of the service, when it cannot be requested now: nobody fills in for nothing.
    pub(super) closed: Option<String>,
}

/// Where to go after this step: back to the page where everything is checked, when the person came from there.
pub(super) const CHECK: &str = "check";

/// `?asked=care_since&then=check`
#[derive(Debug, Deserialize)]
pub(crate) struct Then {
    then: Option<String>,
    /// The names of the questions that the page has not asked before.
    #[serde(default)]
    asked: String,
}

/// `GET /drafts/{id}/steps/{step}`
pub(crate) async fn step(visit: Visit, Path((id, step)): Path<(String, String)>, Query(query): Query<Then>) -> Answer {
    let id = draft_id(&id)?;
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    if draft.submitted_case.is_some() {
        return visit.redirect(&format!("/drafts/{id}"));
    }
    let page = StepPage::new(&tx, &visit, &draft, &step, None, FormErrors::none()).await?;
    visit.render(&page.asking(&query.asked).leading_to(query.then.filter(|then| then == CHECK)))
}

/// An address with something else in the place of an id leads nowhere.
pub(super) fn draft_id(text: &str) -> Result<DraftId> {
    text.parse().map_err(|_| Error::not_found("draft"))
}

impl StepPage {
    /// The same page, after which the person goes to `then`.
    pub(super) fn leading_to(self, then: Option<String>) -> Self {
        Self { then, ..self }
    }

    /// The same page, which says first what it asks now; of `names`, what does not stand on it counts for nothing.
    fn asking(self, names: &str) -> Self {
        let new = |field: &&FieldView| names.split(',').any(|name| name == field.name);
        let told = |field: &FieldView| Asked { name: field.name.clone(), label: field.label.clone() };
        let asked = self.fields.iter().filter(new).map(told).collect();
        Self { asked, ..self }
    }

    /// The page of `step`. `typed` is what was sent and could not be saved; otherwise the draft is shown.
    pub(super) async fn new(
        tx: &Read,
        visit: &Visit,
        draft: &Draft,
        step: &str,
        typed: Option<&RawInput>,
        errors: FormErrors,
    ) -> Result<Self> {
        let definition = draft.definition()?;
        let files = forms::files_of(tx, draft.id).await?;
        let answers = draft.answers_with(&files)?;
        let steps = definition.steps(&answers);
        let at = steps.iter().position(|one| one.step.key == step).ok_or_else(|| Error::not_found("form-step"))?;
        let here = steps.get(at).ok_or_else(|| Error::not_found("form-step"))?;
        let wanted = Wanted::of(tx, visit, &draft.service_code).await?;
        let action = visit.url(&format!("/drafts/{}/steps/{step}", draft.id));
        let previous = at.checked_sub(1).and_then(|before| steps.get(before));
        let back = match previous {
            Some(one) => visit.url(&format!("/drafts/{}/steps/{}", draft.id, one.step.key)),
            None => visit.url(&format!("/services/{}/apply", draft.service_code)),
        };
        let page = Shown { draft, raw: typed.unwrap_or(&draft.raw), answers: &answers, files: &files };
        Ok(Self {
            service: wanted.name,
            holder: wanted.holder,
            closed: wanted.closed,
            heading: here.step.label.get(visit.locale()).to_owned(),
            intro: here.step.intro.as_ref().map(|intro| intro.get(visit.locale()).to_owned()),
            steps: links(visit, draft, &answers, at),
            number: at + 1,
            total: steps.len() + 1,
            back,
            revision: draft.revision,
            then: None,
            asked: Vec::new(),
            saved_at: draft.updated_at,
            help: visit.url(&format!("/contact?service={}", draft.service_code)),
            fields: here
                .fields
                .iter()
                .filter(|field| !field.is_settled())
                .map(|field| FieldView::new(visit, field, &page))
                .collect(),
            errors,
            action,
        })
    }
}

/// The line of steps; the last one is the page where everything is checked.
pub(super) fn links(visit: &Visit, draft: &Draft, answers: &Answers, at: usize) -> Vec<StepLink> {
    let Ok(definition) = draft.definition() else { return Vec::new() };
    let state = |number: usize| match number.cmp(&at) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "next",
    };
    let steps = definition.steps(answers);
    let link = |(number, one): (usize, &forms::VisibleStep<'_>)| StepLink {
        state: state(number),
        href: visit.url(&format!("/drafts/{}/steps/{}", draft.id, one.step.key)),
        label: one.step.label.get(visit.locale()).to_owned(),
    };
    let mut links: Vec<StepLink> = steps.iter().enumerate().map(link).collect();
    links.push(StepLink {
        state: state(steps.len()),
        href: visit.url(&format!("/drafts/{}/check", draft.id)),
        label: visit.text("check-title"),
    });
    links
}

impl Wanted {
    /// Name of the service and of who answers for it, and whether it can be requested.
    pub(super) async fn of(tx: &Read, visit: &Visit, code: &str) -> Result<Self> {
        let service = catalogue::service(tx, code).await?;
        let names = Names::of(tx, visit, [service.holder]).await?;
        Ok(Self {
            name: service.name().get(visit.locale()).to_owned(),
            holder: names.get(service.holder),
            closed: (!service.is_open()).then(|| visit.url(&format!("/services/{code}"))),
        })
    }
}

/// The files of a draft with their names, for the summary.
pub(super) fn names_of(files: &[Document], ids: &[kernel::DocumentId]) -> Vec<String> {
    files.iter().filter(|file| ids.contains(&file.id)).map(|file| file.file_name.clone()).collect()
}

impl Template for StepPage {
    const NAME: &'static str = "citizen/drafts/step.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        for name in WIDGETS {
            errors.add(Some(name), "Aizpildiet šo lauku <!>");
        }
        let closed = Some(format!("/{locale}/services/1001"));
        vec![
            sample(locale, FormErrors::none()),
            sample(locale, errors),
            Self { closed, ..sample(locale, FormErrors::none()) },
            sample(locale, FormErrors::none()).asking("date"),
            sample(locale, FormErrors::none()).asking("text,checkboxes"),
        ]
    }
}

const WIDGETS: [&str; 9] = ["text", "textarea", "date", "radio", "select", "checkbox", "checkboxes", "file", "tel"];

fn sample(locale: Locale, errors: FormErrors) -> StepPage {
    let option = |value: &str, label: &str| OptionView { value: value.to_owned(), label: label.to_owned(), hint: None };
    let field = |widget: &'static str| FieldView {
        name: widget.to_owned(),
        label: format!("Jautājums ({widget})"),
        hint: (widget != "checkbox").then(|| "Paskaidrojums".to_owned()),
        widget,
        width: "medium",
        input_type: "text",
        inputmode: (widget == "tel").then_some("numeric"),
        autocomplete: "off".to_owned(),
        optional: widget == "textarea",
        value: "a".to_owned(),
        values: vec!["a".to_owned()],
        date: DateParts { day: "3".to_owned(), month: "13".to_owned(), year: "2026".to_owned() },
        options: vec![option("a", "Pirmā"), option("b", "Otrā")],
        attached: if widget == "file" { vec![sample_file()] } else { Vec::new() },
        most: if widget == "file" { 5 } else { 1 },
        source: (widget == "text").then(|| "Fizisko personu reģistrs, 22.11.2026. plkst. 14.40".to_owned()),
        unreachable: widget == "tel",
    };
    StepPage {
        service: "Bērna piedzimšanas pabalsts".to_owned(),
        holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
        heading: "Bērns".to_owned(),
        intro: Some("Ziņas par bērnu.".to_owned()),
        steps: sample_links(locale, 1),
        number: 2,
        total: 3,
        action: format!("/{locale}/drafts/1/steps/child"),
        back: format!("/{locale}/drafts/1/steps/you"),
        revision: 3,
        then: Some(CHECK.to_owned()),
        saved_at: DateTime::UNIX_EPOCH,
        help: format!("/{locale}/contact?service=1001"),
        closed: None,
        asked: Vec::new(),
        fields: WIDGETS.into_iter().map(field).collect(),
        errors,
    }
}

fn sample_file() -> StoredFile {
    StoredFile { id: "0190a0d2-0000-7000-8000-000000000001".to_owned(), name: "izzina.pdf".to_owned() }
}

/// An invented line of steps.
pub(super) fn sample_links(locale: Locale, at: usize) -> Vec<StepLink> {
    let labels = ["Jūs", "Bērns", "Pārbaude un iesniegšana"];
    let state = |number: usize| {
        if number < at {
            "done"
        } else if number == at {
            "now"
        } else {
            "next"
        }
    };
    let link = |(number, label): (usize, &str)| StepLink {
        state: state(number),
        href: format!("/{locale}/drafts/1/steps/{number}"),
        label: label.to_owned(),
    };
    labels.into_iter().enumerate().map(link).collect()
}
