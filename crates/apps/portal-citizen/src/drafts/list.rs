//! What is not finished: going on, or throwing away.

use axum::extract::Path;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Locale};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

use super::step::draft_id;
use crate::names::service_names;

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    discard: String,
    name: String,
    saved_at: DateTime<Utc>,
    expires_on: NaiveDate,
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
    let names = service_names(&tx, &visit, drafts.iter().map(|draft| draft.service_code.clone())).await?;
    let line = |draft: forms::Draft| {
        let href = visit.url(&format!("/drafts/{}", draft.id));
        Line {
            discard: format!("{href}/discard"),
            href,
            name: names.get(&draft.service_code).cloned().unwrap_or(draft.service_code),
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
        let line = Line {
            href: format!("/{locale}/drafts/1"),
            discard: format!("/{locale}/drafts/1/discard"),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            saved_at: DateTime::UNIX_EPOCH,
            expires_on: NaiveDate::default(),
        };
        vec![Self { drafts: vec![line] }, Self { drafts: Vec::new() }]
    }
}
