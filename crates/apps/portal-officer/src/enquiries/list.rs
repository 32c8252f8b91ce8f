//! `/work/enquiries`: open or answered ones, soonest due first. A list names no writer and shows no text.

use crate::parts::{Asked, Badge, Choice, LINES, Paging, choices, either, page_asked, service_names, word};
use chrono::{DateTime, Utc};
use enquiries::{EnquiryLine, EnquiryState, enquiries};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};
use worktime::{Calendar, Progress};

/// Context of `work/enquiries/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    state: &'static str,
    states: Vec<Choice>,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    href: String,
    number: String,
    kind: &'static str,
    service: Option<String>,
    received_at: DateTime<Utc>,
    badge: Badge,
}

/// A page of the institution's enquiries in one state.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let state = word(&asked, "state")?.unwrap_or(EnquiryState::Open);
    let request = page_asked(&asked, LINES)?;
    let tx = visit.read().await?;
    let page = enquiries(&tx, state, &request).await?;
    let codes = page.items.iter().filter_map(|line| line.service.clone()).collect();
    let names = service_names(&tx, visit.locale(), codes).await?;
    let path = format!("/work/enquiries?state={}", state.as_str());
    let row = |line: EnquiryLine| Row {
        href: visit.url(&format!("/work/enquiries/{}", line.id)),
        badge: badge(&visit, &line),
        number: line.number,
        kind: line.kind.as_str(),
        service: line.service.and_then(|code| names.get(&code).cloned()),
        received_at: line.received_at,
    };
    visit.render(&ListPage {
        state: state.as_str(),
        states: choices(&visit, "contact-state", EnquiryState::ALL.iter().map(|state| state.as_str())),
        paging: Paging::at(&visit, &path, &request, &page),
        rows: page.items.into_iter().map(row).collect(),
    })
}

/// How the term of the law stands.
pub(super) fn badge(visit: &Visit, line: &EnquiryLine) -> Badge {
    let progress = if line.state == EnquiryState::Open { Progress::Running } else { Progress::Done };
    Calendar::state().sla(visit.now(), line.due_at, progress).into()
}

impl Template for ListPage {
    const NAME: &'static str = "work/enquiries/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let states = ["open", "answered"].map(|word| Choice::new(word, word)).to_vec();
        let row = |kind, days, service: Option<&str>| Row {
            href: format!("/{locale}/work/enquiries/1"),
            number: "26".to_owned(),
            kind: "complaint",
            service: service.map(str::to_owned),
            received_at: DateTime::UNIX_EPOCH,
            badge: Badge { kind, days },
        };
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/enquiries?after=31")) };
        let benefit = either(locale, "Pabalsts", "Benefit");
        let rows = vec![row("late", 2, Some(&benefit)), row("soon", 1, None), row("done", 0, None)];
        let none = Self { state: "answered", states: states.clone(), rows: Vec::new(), paging: Paging::default() };
        vec![Self { state: "open", states, rows, paging }, none]
    }
}
