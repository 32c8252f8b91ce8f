//! What is not finished: going on, or throwing away.

use std::collections::BTreeMap;

use axum::extract::Path;
use catalogue::{ServiceListItem, ServiceState};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Locale};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

use super::step::draft_id;

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    discard: String,
    name: String,
    saved_at: DateTime<Utc>,
    expires_on: NaiveDate,
    /// Whether the service is closed: then it can only be read or thrown away.
    closed: bool,
}

/// Context of `drafts/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    drafts: Vec<Line>,
}

/// `GET /drafts`
pub(crate) async fn list(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let drafts = forms::drafts_of(&tx).await?;
    let codes: Vec<String> = drafts.iter().map(|draft| draft.service_code.clone()).collect();
    let found = catalogue::services_by_codes(&tx, &codes).await?;
    let services: BTreeMap<&str, &ServiceListItem> = found.iter().map(|item| (item.code.as_str(), item)).collect();
    let line = |draft: forms::Draft| {
        let href = visit.url(&format!("/drafts/{}", draft.id));
        let service = services.get(draft.service_code.as_str());
        Line {
            discard: format!("{href}/discard"),
            href,
            closed: service.is_some_and(|item| item.state == ServiceState::Closed),
            name: service.map_or(draft.service_code, |item| item.name.get(visit.locale()).to_owned()),
            saved_at: draft.updated_at,
            expires_on: kernel::riga_date(draft.expires_at),
        }
    };
    visit.render(&ListPage { drafts: drafts.into_iter().map(line).collect() })
}

/// `GET /drafts/{id}`: to the step where it was left, or to the case it became.
pub(crate) async fn resume(visit: Visit, Path(id): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, draft_id(&id)?).await?;
    if let Some(case) = draft.submitted_case {
        let numbers = cases::numbers_of(&tx, &[case]).await?;
        let number = numbers.get(&case).ok_or_else(|| Error::not_found("case"))?;
        return visit.redirect(&format!("/cases/{}", number.slug()));
    }
    if draft.step == "check" {
        return visit.redirect(&format!("/drafts/{id}/check"));
    }
    visit.redirect(&format!("/drafts/{id}/steps/{}", draft.step))
}

/// `POST /drafts/{id}/discard`
pub(crate) async fn discard(visit: Visit, Path(id): Path<String>, _checked: Fields) -> Answer {
    let mut tx = visit.write().await?;
    forms::discard_draft(&mut tx, draft_id(&id)?).await?;
    tx.commit().await?;
    visit.redirect("/drafts?done=draft-discarded")
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/drafts/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |closed| Line {
            href: format!("/{locale}/drafts/1"),
            discard: format!("/{locale}/drafts/1/discard"),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            saved_at: DateTime::UNIX_EPOCH,
            expires_on: NaiveDate::default(),
            closed,
        };
        vec![Self { drafts: vec![line(false), line(true)] }, Self { drafts: Vec::new() }]
    }
}
