//! `/work/oversight`: what each institution has registered, and how good it is.

use super::csv;
use super::figures::Figures;
use crate::parts::{Asked, Choice, LINES, Paging, choices, either, page_asked, word};
use catalogue::{OversightConcern, OversightLine};
use chrono::{DateTime, NaiveDate, Utc};
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Locale, PageRequest, Result, riga_date};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/oversight/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OversightPage {
    kinds: Vec<Choice>,
    kind: String,
    concerns: Vec<Choice>,
    concern: String,
    csv: String,
    rows: Vec<Row>,
    /// The sum of all pages, where nothing narrows the list to a concern.
    total: Option<Total>,
    paging: Paging,
}

/// The figures of several institutions.
#[derive(Debug, Clone, Serialize)]
struct Total {
    institutions: usize,
    figures: Figures,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    /// The scores of its services; none when it registered nothing.
    href: Option<String>,
    checks_href: String,
    /// It should have registered something and has not.
    unregistered: bool,
    figures: Figures,
    /// Open checks that are late: their day is over, or the quarter before was missed too.
    stale: i64,
    /// When it confirmed a description last.
    confirmed_at: Option<DateTime<Utc>>,
    /// Life situations that were not checked in time.
    situations_late: i64,
    /// Reported mistakes that wait too long.
    corrections_overdue: i64,
    /// When it approved its list of services.
    approved_at: Option<DateTime<Utc>>,
    norms_href: String,
    /// Items of internal rules about which it stated something.
    norms: usize,
    /// The end of its last measurement of clients' satisfaction.
    measured: Option<NaiveDate>,
    /// Whether the next one, or its publication, is late.
    measured_late: bool,
}

/// The page.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let (kind, concern) = narrowed(&asked)?;
    let request = page_asked(&asked, LINES)?;
    let filter = InstitutionFilter { kind, parent: None };
    let page = catalogue::oversight(&tx, &filter, concern, visit.locale(), &request).await?;
    let total = match concern {
        None => {
            let sums = catalogue::oversight_total(&tx, &filter).await?;
            Some(Total { institutions: sums.institutions, figures: Figures::from(&sums) })
        }
        Some(_) => None,
    };
    let kind = kind.map(InstitutionKind::as_str).unwrap_or_default();
    let concern = concern.map(OversightConcern::as_str).unwrap_or_default();
    let pairs = format!("kind={kind}&concern={concern}");
    visit.render(&OversightPage {
        kinds: choices(&visit, "work-oversight-kind", InstitutionKind::ALL.iter().map(|kind| kind.as_str())),
        kind: kind.to_owned(),
        concerns: choices(&visit, "work-oversight-concern", OversightConcern::ALL.iter().map(|one| one.as_str())),
        concern: concern.to_owned(),
        csv: visit.url(&format!("/work/oversight.csv?{pairs}")),
        paging: Paging::at(&visit, &format!("/work/oversight?{pairs}"), &request, &page),
        rows: page.items.into_iter().map(|line| row(&visit, line)).collect(),
        total,
    })
}

/// What the list is narrowed to.
fn narrowed(asked: &Fields) -> Result<(Option<InstitutionKind>, Option<OversightConcern>)> {
    Ok((word(asked, "kind")?, word(asked, "concern")?))
}

fn row(visit: &Visit, line: OversightLine) -> Row {
    let id = line.institution.id;
    Row {
        figures: Figures::from(&line),
        unregistered: line.unregistered(),
        stale: line.stale(),
        confirmed_at: line.last_confirmed,
        situations_late: line.situations.late,
        corrections_overdue: line.corrections.overdue,
        approved_at: line.list_approved,
        norms_href: visit.url(&format!("/work/norms?holder={id}")),
        norms: line.norms.stated,
        measured: line.norms.measured,
        measured_late: line.norms.satisfaction.is_late(),
        href: (line.quality.services > 0).then(|| visit.url(&format!("/work/quality?holder={id}"))),
        checks_href: visit.url(&format!("/work/checks?holder={id}")),
        name: line.institution.name.get(visit.locale()).to_owned(),
        code: line.institution.code,
    }
}

/// The same of every institution, for other programs.
pub async fn list_csv(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let (kind, concern) = narrowed(&Fields(asked))?;
    let filter = InstitutionFilter { kind, parent: None };
    let heading = [
        "code",
        "institution",
        "kind",
        "services",
        "published",
        "drafts",
        "mean_score",
        "blocking",
        "warning",
        "dead_links",
        "english_missing",
        "checks_open",
        "checks_overdue",
        "last_confirmed",
        "life_situations",
        "life_situations_late",
        "list_approved",
        "norms_stated",
        "norms_in_force",
        "satisfaction_measured",
        "satisfaction",
        "corrections_ended",
        "corrections_late",
        "corrections_in_time_percent",
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    let tx = visit.read().await?;
    let mut after = None;
    loop {
        let request = PageRequest::new(PageRequest::MAX, after);
        let page = catalogue::oversight(&tx, &filter, concern, visit.locale(), &request).await?;
        lines.extend(page.items.iter().map(|line| cells(&visit, line)));
        after = page.next;
        if after.is_none() {
            return Ok(csv::file("register-oversight.csv", &lines));
        }
    }
}

fn cells(visit: &Visit, line: &OversightLine) -> Vec<String> {
    let quality = &line.quality;
    let open = line.checks.as_ref().map_or(0, |checks| checks.open);
    let mut cells = vec![
        line.institution.code.clone(),
        line.institution.name.get(visit.locale()).to_owned(),
        line.institution.kind.as_str().to_owned(),
    ];
    cells.extend([quality.services, quality.open, quality.drafts].map(|count| count.to_string()));
    cells.push(quality.mean.map(|mean| mean.to_string()).unwrap_or_default());
    let counts = [quality.blocking, quality.warning, quality.dead_links, quality.english_missing, open, line.stale()];
    cells.extend(counts.map(|count| count.to_string()));
    let day = |at: Option<DateTime<Utc>>| at.map(|at| riga_date(at).to_string()).unwrap_or_default();
    cells.push(day(line.last_confirmed));
    cells.extend([line.situations.published, line.situations.late].map(|count| count.to_string()));
    cells.push(day(line.list_approved));
    cells.extend([line.norms.stated, line.norms.in_force].map(|count| count.to_string()));
    cells.push(line.norms.measured.map(|day| day.to_string()).unwrap_or_default());
    cells.push(line.norms.satisfaction.as_str().to_owned());
    cells.extend([line.corrections.ended, line.corrections.late()].map(|count| count.to_string()));
    cells.push(line.corrections.in_time().map(|percent| percent.to_string()).unwrap_or_default());
    cells
}

impl Template for OversightPage {
    const NAME: &'static str = "work/oversight/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: &str, services: i64, mean: Option<i64>| Row {
            code: code.to_owned(),
            name: either(locale, "Izdomāta iestāde", "Invented institution"),
            href: (services > 0).then(|| format!("/{locale}/work/quality?holder=1")),
            checks_href: format!("/{locale}/work/checks?holder=1"),
            unregistered: services == 0,
            figures: Figures::sample(services, mean),
            stale: services / 2,
            confirmed_at: (services > 2).then_some(DateTime::UNIX_EPOCH),
            situations_late: services / 4,
            corrections_overdue: services / 10,
            approved_at: (services > 4).then_some(DateTime::UNIX_EPOCH),
            norms_href: format!("/{locale}/work/norms?holder=1"),
            norms: usize::from(services > 4) * 6,
            measured: (services > 2).then(|| NaiveDate::from_ymd_opt(2026, 1, 15).unwrap_or_default()),
            measured_late: services == 4,
        };
        let whole = Self {
            kinds: vec![Choice::new("municipality", "x")],
            kind: "municipality".to_owned(),
            concerns: vec![Choice::new("stale", "x")],
            concern: "stale".to_owned(),
            csv: format!("/{locale}/work/oversight.csv"),
            rows: vec![
                row("VSAA", 13, Some(98)),
                row("NVA", 4, Some(72)),
                row("LV-001", 2, Some(41)),
                row("LV-002", 0, None),
            ],
            total: Some(Total { institutions: 4, figures: Figures::sample(19, Some(86)) }),
            paging: Paging { first: None, next: Some(format!("/{locale}/work/oversight?after=31")) },
        };
        let narrowed = Self { total: None, ..whole.clone() };
        let empty = Self { rows: Vec::new(), paging: Paging::default(), ..narrowed.clone() };
        vec![whole, narrowed, empty]
    }
}
