//! `/work/services/{code}/opening`: closes a service or opens it again, with the reason.

use crate::parts::{either, form_errors};
use axum::extract::Path;
use catalogue::{CloseService, ServiceState};
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/opening.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OpeningPage {
    code: String,
    name: String,
    here: String,
    open: bool,
    version: i32,
    reason: String,
    errors: FormErrors,
}

impl Template for OpeningPage {
    const NAME: &'static str = "work/services/opening.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let page = Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            here: format!("/{locale}/work/services/1007"),
            open: true,
            version: 2,
            reason: String::new(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(Some("reason"), either(locale, "Ierakstiet iemeslu.", "Write the reason."));
        vec![Self { open: false, errors, ..page.clone() }, page]
    }
}

/// Asks for the reason.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    visit.render(&page(&visit, &code).await?)
}

/// Closes the service.
pub async fn close(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    change(visit, code, &sent, false).await
}

/// Opens it again.
pub async fn reopen(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    change(visit, code, &sent, true).await
}

async fn change(visit: Visit, code: String, sent: &Fields, open: bool) -> Answer {
    let reason = sent.text("reason").to_owned();
    match carry_out(&visit, &code, sent, &reason, open).await {
        Ok(()) => {
            let done = if open { "service-opened" } else { "service-closed" };
            visit.redirect(&format!("/work/services/{code}?done={done}"))
        }
        Err(error) if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::Stale) => {
            let errors = form_errors(&visit, error)?;
            let page = OpeningPage { reason, errors, ..page(&visit, &code).await? };
            visit.shown_at(&format!("/work/services/{code}/opening")).render_invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn carry_out(visit: &Visit, code: &str, sent: &Fields, reason: &str, open: bool) -> Result<()> {
    let version = sent.text("version").parse().map_err(|_| Error::invalid("bad-form"))?;
    let input = CloseService { code: code.to_owned(), version };
    let mut tx = visit.write().await?;
    if open {
        catalogue::reopen_service(&mut tx, input, reason).await?;
    } else {
        catalogue::close_with_reason(&mut tx, input, reason).await?;
    }
    tx.commit().await
}

async fn page(visit: &Visit, code: &str) -> Result<OpeningPage> {
    let tx = visit.read().await?;
    let copy = catalogue::working_copy(&tx, code).await?;
    if copy.service.state == ServiceState::Draft {
        return Err(Error::conflict("service-not-published").arg("code", code));
    }
    Ok(OpeningPage {
        code: code.to_owned(),
        name: copy.service.name().get(visit.locale()).to_owned(),
        here: visit.url(&format!("/work/services/{code}")),
        open: copy.service.state == ServiceState::Open,
        version: copy.service.latest,
        reason: String::new(),
        errors: FormErrors::none(),
    })
}
