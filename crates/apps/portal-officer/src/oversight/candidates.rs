//! `/work/candidates`: services that the law wants to be e-services, by the figures of the case register and by what
//! institutions say (CAT-27).

use super::csv;
use super::nominations::{NominationLine, lines};
use crate::parts::{Asked, Choice, LINES, Paging, choices, either, page_asked, word};
use indicators::{Candidate, CandidateFilter, Criterion, Month, Nomination, counted_years, eservice_candidates};
use kernel::{Error, InstitutionId, LangText, Locale, PageRequest, Result, Role, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/oversight/candidates.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CandidatesPage {
    years: Vec<Choice>,
    year: String,
    criteria: Vec<Choice>,
    criterion: &'static str,
    csv: String,
    /// Whether the caller may say that a service should be one.
    nominates: bool,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    href: String,
    holder: String,
    cases: i64,
    electronic: i64,
    of_holder: i64,
    percent: i64,
    many: bool,
    large_share: bool,
    nominations: Vec<NominationLine>,
    offered: bool,
    form: bool,
}

type Names = BTreeMap<InstitutionId, LangText>;

/// The page.
pub async fn candidates(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let (filter, years) = asked_for(&visit, &tx, &asked).await?;
    let (year, criterion) = (filter.year, filter.criterion.map_or("", Criterion::as_str));
    let request = page_asked(&asked, LINES)?;
    let page = eservice_candidates(&tx, &filter, &request).await?;
    let names = names(&tx, &page.items).await?;
    let nominations: Vec<&Nomination> = page.items.iter().flat_map(|one| &one.nominations).collect();
    let mut nominations = lines(&visit, &tx, &nominations).await?.into_iter();
    let path = format!("/work/candidates?year={year}&criterion={criterion}");
    let row = |one: &Candidate| {
        let of_service = nominations.by_ref().take(one.nominations.len()).collect();
        row(&visit, one, &names, of_service)
    };
    visit.render(&CandidatesPage {
        years: years.into_iter().map(|year| Choice::new(year.to_string(), year.to_string())).collect(),
        year: year.to_string(),
        criteria: choices(&visit, "work-criterion", Criterion::ALL.iter().map(|criterion| criterion.as_str())),
        criterion,
        csv: visit.url(&format!("/work/candidates.csv?year={year}&criterion={criterion}")),
        nominates: visit.caller().role != Role::Auditor,
        paging: Paging::at(&visit, &path, &request, &page),
        rows: page.items.iter().map(row).collect(),
    })
}

/// The candidates that the address asks for, and the years that can be chosen.
async fn asked_for(visit: &Visit, tx: &Read, asked: &Fields) -> Result<(CandidateFilter, Vec<i32>)> {
    let (year, years) = year_asked(visit, tx, asked).await?;
    Ok((CandidateFilter { year, criterion: word(asked, "criterion")? }, years))
}

/// The year of the address, or the last one in which anything was counted; and all that can be chosen, newest first.
async fn year_asked(visit: &Visit, tx: &Read, asked: &Fields) -> Result<(i32, Vec<i32>)> {
    let this = Month::of(visit.now()).year();
    let (first, last) = counted_years(tx).await?.unwrap_or((this, this));
    let last = last.min(this);
    let years: Vec<i32> = (first.min(last)..=last).rev().collect();
    let year = match asked.text("year") {
        "" => last,
        text => text.parse().map_err(|_| Error::invalid("work-period").arg("word", text))?,
    };
    Ok((year, years))
}

async fn names(tx: &Read, items: &[Candidate]) -> Result<Names> {
    let nominating = items.iter().flat_map(|one| &one.nominations).map(|nomination| nomination.institution);
    let all: Vec<InstitutionId> = items.iter().map(|one| one.holder).chain(nominating).collect();
    institutions::names_of(tx, &all).await
}

fn name_of(visit: &Visit, names: &Names, holder: InstitutionId) -> String {
    names.get(&holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default()
}

fn row(visit: &Visit, one: &Candidate, names: &Names, nominations: Vec<NominationLine>) -> Row {
    Row {
        code: one.service.clone(),
        name: one.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/services/{}", one.service)),
        holder: name_of(visit, names, one.holder),
        cases: one.cases,
        electronic: one.electronic,
        of_holder: one.of_holder,
        percent: (one.share() * 100.0).round() as i64,
        many: one.many,
        large_share: one.large_share,
        nominations,
        offered: one.offered,
        form: one.form,
    }
}

/// All candidates of a year, for other programs.
pub async fn candidates_csv(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let (filter, _) = asked_for(&visit, &tx, &Fields(asked)).await?;
    let year = filter.year;
    let heading = [
        "year",
        "service",
        "name",
        "holder",
        "cases",
        "electronic_cases",
        "holder_cases",
        "share",
        "over_5000",
        "over_tenth",
        "electronic_channel",
        "form",
        "nominated_by",
        "nominated_on",
        "nominated_criteria",
        "nomination_reasons",
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    let mut after = None;
    loop {
        let page = eservice_candidates(&tx, &filter, &PageRequest::new(PageRequest::MAX, after)).await?;
        let names = names(&tx, &page.items).await?;
        lines.extend(page.items.iter().map(|one| cells(&visit, year, one, &names)));
        after = page.next;
        if after.is_none() {
            return Ok(csv::file(&format!("e-service-candidates-{year}.csv"), &lines));
        }
    }
}

fn cells(visit: &Visit, year: i32, one: &Candidate, names: &Names) -> Vec<String> {
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    vec![
        year.to_string(),
        one.service.clone(),
        one.name.get(visit.locale()).to_owned(),
        name_of(visit, names, one.holder),
        one.cases.to_string(),
        one.electronic.to_string(),
        one.of_holder.to_string(),
        format!("{:.3}", one.share()),
        yes(one.many),
        yes(one.large_share),
        yes(one.offered),
        yes(one.form),
        each(one, |nomination| name_of(visit, names, nomination.institution)),
        each(one, |nomination| riga_date(nomination.at).to_string()),
        each(one, criteria_of),
        each(one, |nomination| nomination.reason.clone()),
    ]
}

/// Something of each nomination in one cell.
fn each(one: &Candidate, told: impl Fn(&Nomination) -> String) -> String {
    let all: Vec<String> = one.nominations.iter().map(told).collect();
    all.join("; ")
}

fn criteria_of(nomination: &Nomination) -> String {
    let words: Vec<&str> = nomination.criteria.iter().map(|criterion| criterion.as_str()).collect();
    words.join(" ")
}

impl Template for CandidatesPage {
    const NAME: &'static str = "work/oversight/candidates.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |many: bool, large_share: bool, nominations: Vec<NominationLine>| Row {
            code: "1009".to_owned(),
            name: either(locale, "Vecāku pabalsts", "Parental benefit"),
            href: format!("/{locale}/services/1009"),
            holder: either(locale, "Izdomāta iestāde", "Invented institution"),
            cases: 7_200,
            electronic: 2_100,
            of_holder: 60_000,
            percent: 12,
            many,
            large_share,
            nominations,
            offered: many,
            form: false,
        };
        let whole = Self {
            years: vec![Choice::new("2026", "2026"), Choice::new("2025", "2025")],
            year: "2026".to_owned(),
            criteria: vec![Choice::new("access", either(locale, "Pieejamība", "Access"))],
            criterion: "access",
            csv: format!("/{locale}/work/candidates.csv?year=2026"),
            nominates: true,
            rows: vec![
                row(true, true, Vec::new()),
                row(false, true, NominationLine::samples(locale)),
                row(true, false, Vec::new()),
            ],
            paging: Paging { first: Some(format!("/{locale}/work/candidates?year=2026")), next: None },
        };
        let empty =
            Self { criterion: "", nominates: false, rows: Vec::new(), paging: Paging::default(), ..whole.clone() };
        vec![whole, empty]
    }
}
