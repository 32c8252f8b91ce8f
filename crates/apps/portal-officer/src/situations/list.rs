//! `/work/situations`: the life situations that the caller writes at or coordinates, and when each must be checked.

use crate::parts::{Asked, LINES, Paging, either, page_asked};
use catalogue::{SituationLine, SituationState, coordinated_branches, situations_to_edit};
use chrono::{NaiveDate, TimeDelta};
use kernel::{InstitutionId, LangText, Locale, Role, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, Template, Visit};

/// A check that is due within so many days is due soon.
const SOON: TimeDelta = TimeDelta::days(14);

/// Context of `work/situations/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    /// The branches that the caller coordinates: where they begin situations and order them.
    coordinated: Vec<&'static str>,
    /// Whether the caller says who coordinates.
    names_coordinators: bool,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    href: String,
    title: String,
    branch: &'static str,
    responsible: String,
    state: &'static str,
    /// Whether a newer text waits to be published.
    waits: bool,
    checked_on: Option<NaiveDate>,
    check_due: Option<NaiveDate>,
    /// `late`, `soon` or `later`.
    due: &'static str,
}

/// A page of the list.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let request = page_asked(&Fields(asked), LINES)?;
    let page = situations_to_edit(&tx, visit.locale(), &request).await?;
    let ids: Vec<InstitutionId> = page.items.iter().map(|line| line.responsible).collect();
    let names = institutions::names_of(&tx, &ids).await?;
    let coordinated = coordinated_branches(&tx).await?;
    visit.render(&ListPage {
        coordinated: coordinated.iter().map(|branch| branch.as_str()).collect(),
        names_coordinators: visit.caller().role == Role::PlatformAdministrator,
        paging: Paging::at(&visit, "/work/situations", &request, &page),
        rows: page.items.into_iter().map(|line| row(&visit, line, &names)).collect(),
    })
}

fn row(visit: &Visit, line: SituationLine, names: &BTreeMap<InstitutionId, LangText>) -> Row {
    let today = riga_date(visit.now());
    let due = match line.check_due {
        Some(due) if due < today => "late",
        Some(due) if due <= today + SOON => "soon",
        _ => "later",
    };
    Row {
        href: visit.url(&format!("/work/situations/{}", line.slug)),
        title: line.title.get(visit.locale()).to_owned(),
        branch: line.branch.as_str(),
        responsible: names.get(&line.responsible).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        state: line.state.as_str(),
        waits: line.unpublished && line.state == SituationState::Published,
        checked_on: line.checked_on,
        check_due: line.check_due.filter(|_| line.state == SituationState::Published),
        due,
    }
}

impl Template for ListPage {
    const NAME: &'static str = "work/situations/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23);
        let row = |state: &'static str, due: &'static str| Row {
            href: format!("/{locale}/work/situations/childbirth"),
            title: either(locale, "Bērna piedzimšana", "Childbirth"),
            branch: "residents",
            responsible: "VSAA".to_owned(),
            state,
            waits: due == "soon",
            checked_on: day.filter(|_| state != "draft"),
            check_due: day.filter(|_| state == "published"),
            due,
        };
        let rows = vec![
            row("published", "late"),
            row("published", "soon"),
            row("published", "later"),
            row("draft", "later"),
            row("withdrawn", "later"),
        ];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/situations?after=31")) };
        let coordinated = vec!["residents", "businesses"];
        let none =
            Self { coordinated: Vec::new(), names_coordinators: false, rows: Vec::new(), paging: Paging::default() };
        vec![Self { coordinated, names_coordinators: true, rows, paging }, none]
    }
}
