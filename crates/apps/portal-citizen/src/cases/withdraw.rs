//! Taking an application back, after one question.

use ::cases::{CaseNumber, own_case};
use axum::extract::Path;
use kernel::{Locale, Result};
use serde::{Deserialize, Serialize};
use web_kit::{Answer, Form, Template, Visit};

use super::show::{Typed, refused};
use crate::names::service_names;

/// Context of `cases/withdraw.html`.
#[derive(Debug, Serialize)]
pub(crate) struct WithdrawPage {
    number: String,
    href: String,
    service: String,
    revision: i64,
}

/// What the page sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Confirmation {
    revision: Option<i64>,
}

/// `GET /cases/{number}/withdraw`
pub(crate) async fn ask_withdraw(visit: Visit, Path(number): Path<String>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let tx = visit.read().await?;
    let case = own_case(&tx, &number).await?.case;
    if !case.state.is_undecided() {
        return visit.redirect(&format!("/cases/{}", number.slug()));
    }
    let services = service_names(&tx, &visit, [case.service.clone()]).await?;
    visit.render(&WithdrawPage {
        href: visit.url(&format!("/cases/{}", number.slug())),
        number: number.to_string(),
        service: services.get(&case.service).cloned().unwrap_or(case.service),
        revision: case.revision,
    })
}

/// `POST /cases/{number}/withdraw`
pub(crate) async fn withdraw(visit: Visit, Path(number): Path<String>, Form(sent): Form<Confirmation>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let visit = visit.shown_at(&format!("/cases/{}", number.slug()));
    match take_back(&visit, &number, sent.revision).await {
        Ok(()) => visit.redirect(&format!("/cases/{}?done=withdrawn", number.slug())),
        Err(error) => refused(&visit, &number, Typed::default(), error).await,
    }
}

async fn take_back(visit: &Visit, number: &CaseNumber, seen: Option<i64>) -> Result<()> {
    let mut tx = visit.write().await?;
    ::cases::withdraw(&mut tx, number, seen).await?;
    tx.commit().await
}

impl Template for WithdrawPage {
    const NAME: &'static str = "citizen/cases/withdraw.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![Self {
            number: "1001 42".to_owned(),
            href: format!("/{locale}/cases/1001-42"),
            service: "Bērna piedzimšanas pabalsts".to_owned(),
            revision: 4,
        }]
    }
}
