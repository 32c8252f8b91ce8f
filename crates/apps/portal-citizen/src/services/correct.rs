//! Reporting a mistake in the description of a service: the same form as for life situations (POR-03, POR-22).

use axum::extract::Path;
use catalogue::{ReportServiceCorrection, report_service_correction};
use kernel::{Error, Result};
use web_kit::{Answer, Form, FormErrors, Visit};

use crate::life::{CorrectPage, Sent};
use crate::names::form_errors;

/// `GET /services/{code}/correction`
pub(crate) async fn ask_correction(visit: Visit, Path(code): Path<String>) -> Answer {
    let page = page(&visit, &code, String::new(), FormErrors::none()).await?;
    visit.render(&page)
}

/// `POST /services/{code}/correction`
pub(crate) async fn correct(visit: Visit, Path(code): Path<String>, Form(sent): Form<Sent>) -> Answer {
    let input = ReportServiceCorrection { code: code.clone(), report: sent.report.clone(), language: visit.locale() };
    match keep(&visit, input).await {
        Ok(()) => visit.redirect(&format!("/services/{code}?done=correction-sent")),
        Err(error) => {
            let errors = form_errors(&visit, error)?;
            let page = page(&visit, &code, sent.report, errors).await?;
            visit.render_invalid(&page)
        }
    }
}

async fn keep(visit: &Visit, input: ReportServiceCorrection) -> Result<()> {
    let mut tx = visit.write().await?;
    report_service_correction(&mut tx, input).await?;
    tx.commit().await
}

async fn page(visit: &Visit, code: &str, report: String, errors: FormErrors) -> Result<CorrectPage> {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, code).await?;
    if service.state == catalogue::ServiceState::Draft {
        return Err(Error::not_found("service"));
    }
    let title = service.name().get(visit.locale()).to_owned();
    Ok(CorrectPage::new(visit.url(&format!("/services/{code}")), title, report, errors))
}
