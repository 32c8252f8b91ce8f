//! The last page before submitting: all answers, the declaration, one button.

use axum::extract::Path;
use cases::{Origin, SubmitCase};
use forms::{Draft, answers_summary};
use http::StatusCode;
use kernel::{Channel, DraftId, Error, ErrorKind, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Form, FormErrors, Template, Visit};

use super::fields::source_words;
use super::save::worded;
use super::step::{StepLink, Wanted, draft_id, links, names_of, sample_links};

/// The field in which a form has its own declaration that everything is true.
const OWN_DECLARATION: &str = "declare_true";

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) change: Option<String>,
    pub(crate) source: Option<String>,
}

/// The answers of one step.
#[derive(Debug, Serialize)]
pub(crate) struct Section {
    pub(crate) label: String,
    pub(crate) rows: Vec<Row>,
}

/// Context of `drafts/check.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CheckPage {
    service: String,
    holder: String,
    steps: Vec<StepLink>,
    number: usize,
    total: usize,
    sections: Vec<Section>,
    action: String,
    back: String,
    revision: i64,
    /// Whether the declaration is asked here: forms that hold their own do not need it.
    declare: bool,
    truth: bool,
    /// The page of the service, when it cannot be requested now: then nothing can be submitted.
    closed: Option<String>,
    errors: FormErrors,
}

/// What the page sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Declaration {
    #[serde(default)]
    truth: String,
    /// The revision whose answers the page showed.
    revision: Option<i64>,
}

/// `GET /drafts/{id}/check`: to the first step that is not complete, or the summary.
pub(crate) async fn check(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = draft_id(&id)?;
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    if draft.submitted_case.is_some() {
        return visit.redirect(&format!("/drafts/{id}"));
    }
    if let Some(step) = first_incomplete(&tx, &visit, &draft).await? {
        return visit.redirect(&format!("/drafts/{id}/steps/{step}"));
    }
    visit.render(&CheckPage::new(&tx, &visit, &draft, FormErrors::none()).await?)
}

/// `POST /drafts/{id}/check`: submits what the page showed. Pressing twice, or again after a lost answer, leads to the
/// same case; answers that were changed in another window meanwhile are shown first.
pub(crate) async fn submit(visit: Visit, Path(id): Path<String>, Form(sent): Form<Declaration>) -> Answer {
    let id = draft_id(&id)?;
    if sent.truth.is_empty() && declares_here(&visit, id).await? {
        let error = Error::invalid("answers").field("truth", "truth-needed");
        return refused(&visit, id, error).await;
    }
    let mut tx = visit.write().await?;
    let origin = Origin::Draft { id, seen: sent.revision };
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    match cases::submit(&mut tx, input).await {
        Ok(submitted) => {
            tx.commit().await?;
            visit.redirect(&format!("/cases/{}/submitted", submitted.number.slug()))
        }
        Err(error) if error.kind() == ErrorKind::Invalid => {
            drop(tx);
            refused(&visit, id, error).await
        }
        Err(error) if error.kind() == ErrorKind::Stale => {
            drop(tx);
            changed_meanwhile(&visit, id).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The newest answers, to be checked again: nothing is submitted that was not shown.
async fn changed_meanwhile(visit: &Visit, id: DraftId) -> Answer {
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("check-changed"));
    visit.render_with(StatusCode::PRECONDITION_FAILED, &CheckPage::new(&tx, visit, &draft, errors).await?)
}

/// Whether the form leaves the declaration of truth to this page.
async fn declares_here(visit: &Visit, id: DraftId) -> Result<bool> {
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    Ok(draft.submitted_case.is_none() && draft.definition()?.field(OWN_DECLARATION).is_none())
}

async fn refused(visit: &Visit, id: DraftId, error: Error) -> Answer {
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    let definition = draft.definition()?;
    let errors = worded(visit, &definition, error.field_errors().to_vec())?;
    visit.render_invalid(&CheckPage::new(&tx, visit, &draft, errors).await?)
}

async fn first_incomplete(tx: &Read, visit: &Visit, draft: &Draft) -> Result<Option<String>> {
    let answers = forms::answers_of(tx, draft).await?;
    let definition = draft.definition()?;
    Ok(definition.first_incomplete(&answers, kernel::riga_date(visit.now())).map(|step| step.key.clone()))
}

impl CheckPage {
    async fn new(tx: &Read, visit: &Visit, draft: &Draft, errors: FormErrors) -> Result<Self> {
        let definition = draft.definition()?;
        let files = forms::files_of(tx, draft.id).await?;
        let answers = draft.answers_with(&files)?;
        let wanted = Wanted::of(tx, visit, &draft.service_code).await?;
        let total = definition.steps(&answers).len() + 1;
        let steps = links(visit, draft, &answers, total - 1);
        let mut sections = Vec::new();
        for step in answers_summary(&definition, &answers, &draft.sources, visit.locale()) {
            let href = visit.url(&format!("/drafts/{}/steps/{}", draft.id, step.key));
            let row = |row: forms::SummaryRow| Row {
                value: [row.values, names_of(&files, &row.documents)].concat().join(", "),
                change: Some(format!("{href}?then=check#f-{}", row.field.replace(['.', '/'], "-"))),
                source: row.source.map(|source| source_words(visit, &source, row.changed)),
                label: row.label,
            };
            sections.push(Section { label: step.label, rows: step.rows.into_iter().map(row).collect() });
        }
        let last = steps.len().checked_sub(2).and_then(|at| steps.get(at)).map(|step| step.href.clone());
        Ok(Self {
            service: wanted.name,
            holder: wanted.holder,
            closed: wanted.closed,
            number: total,
            total,
            sections,
            action: visit.url(&format!("/drafts/{}/check", draft.id)),
            back: last.unwrap_or_else(|| visit.url("/drafts")),
            revision: draft.revision,
            declare: definition.field(OWN_DECLARATION).is_none(),
            truth: false,
            errors,
            steps,
        })
    }
}

impl Template for CheckPage {
    const NAME: &'static str = "citizen/drafts/check.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |value: &str, source: Option<&str>| Row {
            label: "Bērna vārds".to_owned(),
            value: value.to_owned(),
            change: Some(format!("/{locale}/drafts/1/steps/child")),
            source: source.map(str::to_owned),
        };
        let sample = |declare, errors| Self {
            service: "Bērna piedzimšanas pabalsts".to_owned(),
            holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            steps: sample_links(locale, 2),
            number: 3,
            total: 3,
            sections: vec![Section {
                label: "Bērns".to_owned(),
                rows: vec![row("Emīls", Some("Fizisko personu reģistrs")), row("", None)],
            }],
            action: format!("/{locale}/drafts/1/check"),
            back: format!("/{locale}/drafts/1/steps/child"),
            revision: 5,
            declare,
            truth: false,
            closed: None,
            errors,
        };
        let mut errors = FormErrors::none();
        errors.add(Some("truth"), "Apliecināt, ka ziņas ir patiesas, ir nepieciešams");
        let closed = Some(format!("/{locale}/services/1001"));
        vec![
            sample(false, FormErrors::none()),
            sample(true, errors),
            Self { closed, ..sample(true, FormErrors::none()) },
        ]
    }
}
