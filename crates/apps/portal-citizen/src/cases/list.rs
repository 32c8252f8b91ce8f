//! The list of own cases, newest first.

use ::cases::own_cases;
use axum::extract::Query;
use chrono::{DateTime, Utc};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, next_url, page_request, service_names};

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    number: String,
    state: &'static str,
    outcome: Option<&'static str>,
    submitted_at: DateTime<Utc>,
}

/// Context of `cases/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    cases: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /cases`
pub(crate) async fn list(visit: Visit, Query(query): Query<After>) -> Answer {
    let tx = visit.read().await?;
    let page = own_cases(&tx, &page_request(query.after.as_deref())?).await?;
    let names = service_names(&tx, &visit, page.items.iter().map(|case| case.service.clone())).await?;
    let next = next_url(&visit, "/cases", "", page.next.as_ref());
    let line = |case: ::cases::Case| Line {
        href: visit.url(&format!("/cases/{}", case.number.slug())),
        number: case.number.to_string(),
        state: case.state.as_str(),
        outcome: case.outcome.map(::cases::Outcome::as_str),
        submitted_at: case.submitted_at,
        name: names.get(&case.service).cloned().unwrap_or(case.service),
    };
    let first = query.after.map(|_| visit.url("/cases"));
    visit.render(&ListPage { cases: page.items.into_iter().map(line).collect(), first, next })
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/cases/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |state, outcome| Line {
            href: format!("/{locale}/cases/1001-42"),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            number: "1001 42".to_owned(),
            state,
            outcome,
            submitted_at: DateTime::UNIX_EPOCH,
        };
        let cases =
            ::cases::State::ALL.iter().map(|state| line(state.as_str(), None)).chain([line("closed", Some("granted"))]);
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![Self { cases: cases.collect(), first, next }, Self { cases: Vec::new(), first: None, next: None }]
    }
}
