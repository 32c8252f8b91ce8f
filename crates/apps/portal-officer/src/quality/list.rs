//! `/work/quality`: the services of an institution by their score, the worst first.

use super::trend::{DayRow, Point, TrendChart, charts};
use super::{Holder, holder_asked, level};
use crate::checks::Notice;
use crate::parts::{Asked, Choice, LINES, Paging, either, page_asked};
use catalogue::{HolderQuality, QualityDay, ServiceQuality, ServiceState};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Days of the trend: a quarter.
const DAYS: u64 = 92;

/// Context of `work/quality/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct QualityPage {
    holder: Holder,
    sums: HolderQuality,
    level: Option<&'static str>,
    notices: Vec<Notice>,
    charts: Vec<TrendChart>,
    days: Vec<DayRow>,
    rules: Vec<Choice>,
    rule: String,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    href: String,
    state: &'static str,
    score: i32,
    level: &'static str,
    blocking: i32,
    warning: i32,
    hinting: i32,
}

/// The page.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let Some(id) = holder_asked(&visit, &asked)? else { return visit.redirect("/work/oversight") };
    let holder = Holder::read(&visit, &tx, id).await?;
    let request = page_asked(&asked, LINES)?;
    let known = catalogue::rules().iter().find(|rule| rule.id == asked.text("rule")).map(|rule| rule.id.as_str());
    let page = catalogue::quality_list(&tx, id, known, &request).await?;
    let sums = catalogue::holder_quality(&tx, id).await?;
    let days = catalogue::quality_days(&tx, id, DAYS).await?;
    let rule = known.unwrap_or_default().to_owned();
    let here = |after: Option<&kernel::Cursor>| {
        let after = after.map(kernel::Cursor::as_str).unwrap_or_default();
        holder.link(&visit, "/work/quality", &[("rule", &rule), ("after", after)])
    };
    let choices = catalogue::rules().iter().map(|rule| {
        let words = visit.text(&format!("work-quality-rule-{}", rule.id));
        Choice::new(rule.id.clone(), words)
    });
    visit.render(&QualityPage {
        level: sums.mean.map(level),
        sums,
        notices: Notice::read(&visit, &tx, id).await?,
        charts: charts(visit.locale(), &days.iter().map(Point::from).collect::<Vec<_>>()),
        days: days.iter().rev().map(DayRow::from).collect(),
        rules: choices.collect(),
        paging: Paging::new(&request, &page, here),
        rows: page.items.into_iter().map(|item| row(&visit, item)).collect(),
        rule,
        holder,
    })
}

fn row(visit: &Visit, item: ServiceQuality) -> Row {
    Row {
        href: visit.url(&format!("/work/quality/{}", item.code)),
        name: item.name.get(visit.locale()).to_owned(),
        code: item.code,
        state: item.state.as_str(),
        level: level(i64::from(item.score)),
        score: item.score,
        blocking: item.blocking,
        warning: item.warning,
        hinting: item.hinting,
    }
}

impl Template for QualityPage {
    const NAME: &'static str = "work/quality/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: &str, score: i32, blocking: i32| Row {
            code: code.to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            href: format!("/{locale}/work/quality/{code}"),
            state: if blocking > 0 { ServiceState::Draft.as_str() } else { ServiceState::Open.as_str() },
            score,
            level: level(i64::from(score)),
            blocking,
            warning: (100 - score) / 10,
            hinting: 3,
        };
        let day = |number: u32, mean: i64| QualityDay {
            day: chrono::NaiveDate::from_ymd_opt(2026, 11, number).unwrap_or_default(),
            services: 13,
            mean,
            blocking: 1,
            warning: 2,
        };
        let days = [day(1, 71), day(8, 80), day(20, 93)];
        let holder = Holder {
            name: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            id: None,
        };
        let sums = HolderQuality { services: 13, open: 12, drafts: 1, mean: Some(93), ..HolderQuality::default() };
        let whole = Self {
            holder: holder.clone(),
            sums: HolderQuality { blocking: 1, warning: 2, dead_links: 1, english_missing: 1, ..sums },
            level: Some("good"),
            notices: Notice::samples(true),
            charts: charts(locale, &days.iter().map(Point::from).collect::<Vec<_>>()),
            days: days.iter().map(DayRow::from).collect(),
            rules: vec![Choice::new("link-dead", "x")],
            rule: "link-dead".to_owned(),
            rows: vec![row("1018", 41, 2), row("1007", 78, 0), row("1008", 98, 0)],
            paging: Paging { first: None, next: Some(format!("/{locale}/work/quality?after=31")) },
        };
        let empty = Self {
            sums: HolderQuality::default(),
            level: None,
            notices: Vec::new(),
            charts: Vec::new(),
            days: Vec::new(),
            rows: Vec::new(),
            rule: String::new(),
            paging: Paging::default(),
            holder: Holder { id: Some("1".to_owned()), ..holder },
            ..whole.clone()
        };
        vec![whole, empty]
    }
}
