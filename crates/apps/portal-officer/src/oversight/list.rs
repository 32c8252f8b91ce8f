//! `/work/oversight`: what each institution has registered, and how good it is.

use super::csv;
use crate::parts::{Asked, Choice, LINES, Paging, choices, either, page_asked, word};
use crate::quality::level;
use catalogue::OversightLine;
use chrono::{DateTime, NaiveDate, Utc};
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Locale, PageRequest, riga_date};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/oversight/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OversightPage {
    kinds: Vec<Choice>,
    kind: String,
    csv: String,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    /// The scores of its services; none when it registered nothing.
    href: Option<String>,
    checks_href: String,
    services: i64,
    open: i64,
    drafts: i64,
    mean: Option<i64>,
    level: Option<&'static str>,
    blocking: i64,
    dead_links: i64,
    english_missing: i64,
    /// Checks of this quarter that are open.
    unchecked: i64,
    /// Those of them whose day is over.
    stale: i64,
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
    let kind: Option<InstitutionKind> = word(&asked, "kind")?;
    let request = page_asked(&asked, LINES)?;
    let page = catalogue::oversight(&tx, &InstitutionFilter { kind, parent: None }, &request).await?;
    let pair = kind.map(|kind| format!("kind={}", kind.as_str()));
    let here = |after: Option<&kernel::Cursor>| {
        let after = after.map(|after| format!("after={}", after.as_str()));
        let pairs: Vec<&str> = pair.iter().chain(after.iter()).map(String::as_str).collect();
        visit.url(&format!("/work/oversight?{}", pairs.join("&")))
    };
    visit.render(&OversightPage {
        kinds: choices(&visit, "work-oversight-kind", InstitutionKind::ALL.iter().map(|kind| kind.as_str())),
        kind: kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        csv: visit.url(&format!("/work/oversight.csv?{}", pair.clone().unwrap_or_default())),
        paging: Paging::new(&request, &page, here),
        rows: page.items.into_iter().map(|line| row(&visit, line)).collect(),
    })
}

fn row(visit: &Visit, line: OversightLine) -> Row {
    let id = line.institution.id;
    let quality = line.quality;
    Row {
        stale: line.stale(),
        approved_at: line.list_approved,
        norms_href: visit.url(&format!("/work/norms?holder={id}")),
        norms: line.norms.stated,
        measured: line.norms.measured,
        measured_late: line.norms.satisfaction.is_late(),
        unchecked: line.checks.map_or(0, |checks| checks.open),
        href: (quality.services > 0).then(|| visit.url(&format!("/work/quality?holder={id}"))),
        checks_href: visit.url(&format!("/work/checks?holder={id}")),
        name: line.institution.name.get(visit.locale()).to_owned(),
        code: line.institution.code,
        services: quality.services,
        open: quality.open,
        drafts: quality.drafts,
        mean: quality.mean,
        level: quality.mean.map(level),
        blocking: quality.blocking,
        dead_links: quality.dead_links,
        english_missing: quality.english_missing,
    }
}

/// The same of every institution, for other programs.
pub async fn list_csv(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let kind: Option<InstitutionKind> = word(&Fields(asked), "kind")?;
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
        "list_approved",
        "norms_stated",
        "norms_in_force",
        "satisfaction_measured",
        "satisfaction",
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    let tx = visit.read().await?;
    let mut after = None;
    loop {
        let page = catalogue::oversight(&tx, &filter, &PageRequest::new(PageRequest::MAX, after)).await?;
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
    cells.push(line.list_approved.map(|at| riga_date(at).to_string()).unwrap_or_default());
    cells.extend([line.norms.stated, line.norms.in_force].map(|count| count.to_string()));
    cells.push(line.norms.measured.map(|day| day.to_string()).unwrap_or_default());
    cells.push(line.norms.satisfaction.as_str().to_owned());
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
            services,
            open: services,
            drafts: 0,
            mean,
            level: mean.map(level),
            blocking: services / 4,
            dead_links: services / 3,
            english_missing: services / 2,
            unchecked: services,
            stale: services / 2,
            approved_at: (services > 4).then_some(DateTime::UNIX_EPOCH),
            norms_href: format!("/{locale}/work/norms?holder=1"),
            norms: usize::from(services > 4) * 6,
            measured: (services > 2).then(|| NaiveDate::from_ymd_opt(2026, 1, 15).unwrap_or_default()),
            measured_late: services == 4,
        };
        let whole = Self {
            kinds: vec![Choice::new("municipality", "x")],
            kind: "municipality".to_owned(),
            csv: format!("/{locale}/work/oversight.csv"),
            rows: vec![
                row("VSAA", 13, Some(98)),
                row("NVA", 4, Some(72)),
                row("LV-001", 2, Some(41)),
                row("LV-002", 0, None),
            ],
            paging: Paging { first: None, next: Some(format!("/{locale}/work/oversight?after=31")) },
        };
        let empty = Self { rows: Vec::new(), paging: Paging::default(), ..whole.clone() };
        vec![whole, empty]
    }
}
