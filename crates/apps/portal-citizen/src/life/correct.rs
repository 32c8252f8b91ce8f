//! Reporting a mistake in a life situation or a service: anybody may, and nobody is asked who they are (POR-03, POR-22).

use axum::extract::Path;
use catalogue::{ReportCorrection, report_correction};
use kernel::{Locale, Result};
use serde::{Deserialize, Serialize};
use web_kit::{Answer, Form, FormErrors, Template, Visit};

use crate::names::form_errors;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    #[serde(default)]
    pub(crate) report: String,
}

/// Context of `life/correct.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectPage {
    href: String,
    title: String,
    report: String,
    errors: FormErrors,
}

impl CorrectPage {
    /// The form about the page at this address.
    pub(crate) fn new(href: String, title: String, report: String, errors: FormErrors) -> Self {
        Self { href, title, report, errors }
    }
}

/// `GET /life/{slug}/correction`
pub(crate) async fn ask_correction(visit: Visit, Path(slug): Path<String>) -> Answer {
    let page = page(&visit, &slug, String::new(), FormErrors::none()).await?;
    visit.render(&page)
}

/// `POST /life/{slug}/correction`
pub(crate) async fn correct(visit: Visit, Path(slug): Path<String>, Form(sent): Form<Sent>) -> Answer {
    let input = ReportCorrection { slug: slug.clone(), report: sent.report.clone(), language: visit.locale() };
    match keep(&visit, input).await {
        Ok(()) => visit.redirect(&format!("/life/{slug}?done=correction-sent")),
        Err(error) => {
            let errors = form_errors(&visit, error)?;
            let page = page(&visit, &slug, sent.report, errors).await?;
            visit.render_invalid(&page)
        }
    }
}

async fn keep(visit: &Visit, input: ReportCorrection) -> Result<()> {
    let mut tx = visit.write().await?;
    report_correction(&mut tx, input).await?;
    tx.commit().await
}

async fn page(visit: &Visit, slug: &str, report: String, errors: FormErrors) -> Result<CorrectPage> {
    let tx = visit.read().await?;
    let situation = catalogue::situation(&tx, slug).await?;
    let title = situation.text.title.get(visit.locale()).to_owned();
    Ok(CorrectPage::new(visit.url(&format!("/life/{slug}")), title, report, errors))
}

impl Template for CorrectPage {
    const NAME: &'static str = "citizen/life/correct.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let sample = |report: &str, errors| Self {
            href: format!("/{locale}/life/childbirth"),
            title: "Bērna gaidīšana un piedzimšana".to_owned(),
            report: report.to_owned(),
            errors,
        };
        let mut errors = FormErrors::none();
        errors.add(Some("report"), "Uzrakstiet, kas nav pareizi.");
        vec![sample("", FormErrors::none()), sample("<b>", errors)]
    }
}
