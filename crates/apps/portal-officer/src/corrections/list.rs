//! `/work/corrections`: reported mistakes by state, soonest due first.

use crate::parts::{Asked, Badge, Choice, LINES, Paging, choices, either, page_asked, word};
use catalogue::{Correction, CorrectionAbout, CorrectionFilter, CorrectionState, coordinated_branches, corrections};
use chrono::{DateTime, Utc};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};
use worktime::{Calendar, Progress};

/// Context of `work/corrections/list.html`.
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
    title: String,
    /// `situation` or `service`.
    about: &'static str,
    report: String,
    reported_at: DateTime<Utc>,
    badge: Badge,
}

/// A page of the reports in one state: new ones first for who coordinates a branch, those passed on for others.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let coordinates = !coordinated_branches(&tx).await?.is_empty();
    let begin = if coordinates { CorrectionState::Received } else { CorrectionState::Forwarded };
    let state = word(&asked, "state")?.unwrap_or(begin);
    let request = page_asked(&asked, LINES)?;
    let page = corrections(&tx, CorrectionFilter { state }, &request).await?;
    let path = format!("/work/corrections?state={}", state.as_str());
    visit.render(&ListPage {
        state: state.as_str(),
        states: choices(&visit, "work-correction", CorrectionState::ALL.iter().map(|state| state.as_str())),
        paging: Paging::at(&visit, &path, &request, &page),
        rows: page.items.into_iter().map(|item| row(&visit, item)).collect(),
    })
}

/// How the three working days stand.
pub(super) fn badge(visit: &Visit, correction: &Correction) -> Badge {
    let progress = if correction.state.is_open() { Progress::Running } else { Progress::Done };
    Calendar::state().sla(visit.now(), correction.due_at, progress).into()
}

fn row(visit: &Visit, item: Correction) -> Row {
    Row {
        href: visit.url(&format!("/work/corrections/{}", item.id)),
        title: item.title.get(visit.locale()).to_owned(),
        about: match item.about {
            CorrectionAbout::Situation { .. } => "situation",
            CorrectionAbout::Service { .. } => "service",
        },
        badge: badge(visit, &item),
        report: item.report.chars().take(160).collect(),
        reported_at: item.reported_at,
    }
}

impl Template for ListPage {
    const NAME: &'static str = "work/corrections/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let states = ["received", "forwarded"].map(|word| Choice::new(word, word)).to_vec();
        let row = |kind, days| Row {
            href: format!("/{locale}/work/corrections/1"),
            title: either(locale, "Slimība", "Illness"),
            about: if days == 1 { "service" } else { "situation" },
            report: "Saite nedarbojas <a>.".to_owned(),
            reported_at: DateTime::UNIX_EPOCH,
            badge: Badge { kind, days },
        };
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/corrections?after=31")) };
        let rows = vec![row("late", 2), row("soon", 1), row("done", 0)];
        let none = Self { state: "forwarded", states: states.clone(), rows: Vec::new(), paging: Paging::default() };
        vec![Self { state: "received", states, rows, paging }, none]
    }
}
