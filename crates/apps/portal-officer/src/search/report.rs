//! `/work/search/report`: what people searched for, what they said, and how often they looked for a place. Nobody's name is
//! on it.

use crate::parts::{Asked, either, service_names};
use chrono::{DateTime, Utc};
use kernel::Locale;
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, Template, Visit};

/// The periods that can be chosen, in days.
const PERIODS: [u16; 3] = [7, 30, 365];

/// Context of `work/search/report.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchReportPage {
    days: u16,
    periods: Vec<Period>,
    empty: Vec<Line>,
    frequent: Vec<Line>,
    feedback: Vec<Said>,
    places: Vec<Place>,
}

#[derive(Debug, Clone, Serialize)]
struct Period {
    days: u16,
    href: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    query: String,
    searches: i64,
    empty: i64,
    /// Where it is tried with the rules.
    href: String,
}

#[derive(Debug, Clone, Serialize)]
struct Said {
    at: DateTime<Utc>,
    query: String,
    results: i64,
    found: bool,
    opened: Option<String>,
    comment: String,
}

#[derive(Debug, Clone, Serialize)]
struct Place {
    month: String,
    code: String,
    name: String,
    by_municipality: i64,
    by_position: i64,
    combined: i64,
}

/// The report of some days.
pub async fn report(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let days = Fields(asked).text("days").parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(30);
    let report = catalogue::search_report(&tx, days).await?;
    let lookups = catalogue::place_lookups(&tx).await?;
    let opened = report.feedback.iter().filter_map(|line| line.opened.clone());
    let codes = lookups.iter().map(|line| line.service.clone()).chain(opened).collect();
    let names = service_names(&tx, visit.locale(), codes).await?;
    let href = |query: &str| visit.url(&format!("/work/search?q={}", web_kit::percent(query)));
    let line = |line: catalogue::AskedLine| Line {
        href: href(&line.query),
        query: line.query,
        searches: line.searches,
        empty: line.empty,
    };
    let period = |days| Period { days, href: visit.url(&format!("/work/search/report?days={days}")) };
    visit.render(&SearchReportPage {
        days,
        periods: PERIODS.into_iter().map(period).collect(),
        empty: report.empty.into_iter().map(line).collect(),
        frequent: report.frequent.into_iter().map(line).collect(),
        feedback: report.feedback.into_iter().map(|line| said(line, &names)).collect(),
        places: lookups.into_iter().map(|line| place(line, &names)).collect(),
    })
}

fn said(line: catalogue::FeedbackLine, names: &BTreeMap<String, String>) -> Said {
    Said {
        at: line.at,
        query: line.query,
        results: line.results,
        found: line.found,
        opened: line.opened.map(|code| names.get(&code).cloned().unwrap_or(code)),
        comment: line.comment,
    }
}

fn place(line: catalogue::PlaceLookups, names: &BTreeMap<String, String>) -> Place {
    Place {
        name: names.get(&line.service).cloned().unwrap_or_default(),
        month: line.month,
        code: line.service,
        by_municipality: line.by_municipality,
        by_position: line.by_position,
        combined: line.combined,
    }
}

impl Template for SearchReportPage {
    const NAME: &'static str = "work/search/report.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |query: &str, searches, empty| Line {
            query: query.to_owned(),
            searches,
            empty,
            href: format!("/{locale}/work/search?q=x"),
        };
        let said = |found, comment: &str| Said {
            at: DateTime::UNIX_EPOCH,
            query: "bērnudārzs <x>".to_owned(),
            results: 3,
            found,
            opened: found.then(|| "Bērna reģistrēšana".to_owned()),
            comment: comment.to_owned(),
        };
        let place = Place {
            month: "2026-11".to_owned(),
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            by_municipality: 12,
            by_position: 3,
            combined: 5,
        };
        let periods: Vec<Period> =
            PERIODS.map(|days| Period { days, href: format!("/{locale}/work/search/report?days={days}") }).into();
        let empty = Self {
            days: 30,
            periods,
            empty: Vec::new(),
            frequent: Vec::new(),
            feedback: Vec::new(),
            places: Vec::new(),
        };
        vec![
            Self {
                empty: vec![line("zilonis", 4, 4)],
                frequent: vec![line("pase", 40, 0)],
                feedback: vec![said(false, "Meklēju rindu."), said(true, "")],
                places: vec![place],
                ..empty.clone()
            },
            empty,
        ]
    }
}
