//! Reporting a mistake in a life situation or a service: anybody may, and nobody is asked who they are (POR-03, POR-22).

use axum::extract::Path;
use catalogue::{
    ReportCorrection, ReportServiceCorrection, ServiceState, report_correction, report_service_correction,
};
use kernel::{Error, LangText, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Form, FormErrors, Template, Visit};

use crate::names::form_errors;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    #[serde(default)]
    report: String,
}

/// Context of `life/correct.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectPage {
    href: String,
    title: String,
    report: String,
    errors: FormErrors,
}

/// The page that is wrong.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// A life situation, by its word in addresses.
    Situation(String),
    /// A service, by its code.
    Service(String),
}

/// `GET /life/{slug}/correction`
pub(crate) async fn ask_correction(visit: Visit, Path(slug): Path<String>) -> Answer {
    Wrong::Situation(slug).ask(&visit).await
}

/// `POST /life/{slug}/correction`
pub(crate) async fn correct(visit: Visit, Path(slug): Path<String>, Form(sent): Form<Sent>) -> Answer {
    Wrong::Situation(slug).report(&visit, sent).await
}

impl Wrong {
    /// The form.
    pub(crate) async fn ask(&self, visit: &Visit) -> Answer {
        let page = self.page(visit, String::new(), FormErrors::none()).await?;
        visit.render(&page)
    }

    /// Keeps what was reported and leads back to the page; the form again with what was typed when it cannot be kept.
    pub(crate) async fn report(&self, visit: &Visit, sent: Sent) -> Answer {
        match self.keep(visit, sent.report.clone()).await {
            Ok(()) => visit.redirect(&format!("{}?done=correction-sent", self.path())),
            Err(error) => {
                let errors = form_errors(visit, error)?;
                let page = self.page(visit, sent.report, errors).await?;
                visit.render_invalid(&page)
            }
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Situation(slug) => format!("/life/{slug}"),
            Self::Service(code) => format!("/services/{code}"),
        }
    }

    /// What it is called; what is not public yet looks missing.
    async fn title(&self, tx: &Read) -> Result<LangText> {
        match self {
            Self::Situation(slug) => Ok(catalogue::situation(tx, slug).await?.text.title.clone()),
            Self::Service(code) => {
                let service = catalogue::service(tx, code).await?;
                if service.state == ServiceState::Draft {
                    return Err(Error::not_found("service"));
                }
                Ok(service.name().clone())
            }
        }
    }

    async fn keep(&self, visit: &Visit, report: String) -> Result<()> {
        let language = visit.locale();
        let mut tx = visit.write().await?;
        match self {
            Self::Situation(slug) => {
                let input = ReportCorrection { slug: slug.clone(), report, language };
                report_correction(&mut tx, input).await?;
            }
            Self::Service(code) => {
                let input = ReportServiceCorrection { code: code.clone(), report, language };
                report_service_correction(&mut tx, input).await?;
            }
        }
        tx.commit().await
    }

    async fn page(&self, visit: &Visit, report: String, errors: FormErrors) -> Result<CorrectPage> {
        let tx = visit.read().await?;
        let title = self.title(&tx).await?.get(visit.locale()).to_owned();
        Ok(CorrectPage { href: visit.url(&self.path()), title, report, errors })
    }
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
