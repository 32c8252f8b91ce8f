//! The confirmation. Reading it again changes nothing: it shows the case.

use ::cases::{CaseNumber, own_case};
use axum::extract::Path;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{Names, service_names};

/// Context of `cases/submitted.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SubmittedPage {
    number: String,
    href: String,
    service: String,
    holder: String,
    submitted_at: DateTime<Utc>,
    due_on: NaiveDate,
}

/// `GET /cases/{number}/submitted`
pub(crate) async fn submitted(visit: Visit, Path(number): Path<String>) -> Answer {
    let number: CaseNumber = number.parse()?;
    let tx = visit.read().await?;
    let case = own_case(&tx, &number).await?.case;
    let names = Names::of(&tx, &visit, [case.handler]).await?;
    let services = service_names(&tx, &visit, [case.service.clone()]).await?;
    visit.render(&SubmittedPage {
        href: visit.url(&format!("/cases/{}", number.slug())),
        number: number.to_string(),
        service: services.get(&case.service).cloned().unwrap_or(case.service),
        holder: names.get(case.handler),
        submitted_at: case.submitted_at,
        due_on: kernel::riga_date(case.due_at),
    })
}

impl Template for SubmittedPage {
    const NAME: &'static str = "citizen/cases/submitted.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![Self {
            number: "1001 42".to_owned(),
            href: format!("/{locale}/cases/1001-42"),
            service: "Bērna piedzimšanas pabalsts".to_owned(),
            holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            submitted_at: DateTime::UNIX_EPOCH,
            due_on: NaiveDate::default(),
        }]
    }
}
