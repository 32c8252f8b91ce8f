//! `/services/{code}/versions`: every published version with its time and note, and what was in force on a day.

use axum::extract::{Path, Query};
use catalogue::{OpeningLine, ServiceState, VersionLine, VersionState};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

use crate::names::foreign;
use crate::versions::{Line, day_asked, in_force_on};

/// Context of `services/versions.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct VersionsPage {
    code: String,
    name: String,
    lang: Option<&'static str>,
    href: String,
    versions: Vec<Line>,
    openings: Vec<Opening>,
    on: String,
    /// The day asked for, and what was in force on it.
    day: Option<NaiveDate>,
    found: Vec<Line>,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Opening {
    open: bool,
    at: DateTime<Utc>,
    reason: String,
}

/// `?on=`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    on: String,
}

/// `GET /services/{code}/versions`
pub(crate) async fn list(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let page = VersionsPage::read(&visit, &tx, &code, asked.on.trim()).await?;
    if page.errors.is_empty() { visit.render(&page) } else { visit.render_invalid(&page) }
}

impl VersionsPage {
    async fn read(visit: &Visit, tx: &Read, code: &str, on: &str) -> Result<Self> {
        let mut lines = catalogue::versions(tx, code).await?;
        lines.retain(|line| line.state == VersionState::Published);
        let newest = lines.first().map(|line| line.version).ok_or_else(|| Error::not_found("service"))?;
        let name = catalogue::service_version(tx, code, newest).await?.description.name.clone();
        let openings = catalogue::openings(tx, code).await?;
        let href = visit.url(&format!("/services/{code}"));
        let versions: Vec<Line> = lines
            .iter()
            .enumerate()
            .map(|(place, version)| line(&href, version, lines.get(place + 1).map(|before| before.version)))
            .collect();
        let mut errors = FormErrors::none();
        let day = day_asked(visit, on, &mut errors);
        Ok(Self {
            name: name.get(visit.locale()).to_owned(),
            lang: foreign(&name, visit.locale()),
            found: day.map(|day| in_force_on(&versions, day)).unwrap_or_default(),
            openings: openings.iter().map(opening).collect(),
            code: code.to_owned(),
            on: on.to_owned(),
            versions,
            href,
            day,
            errors,
        })
    }
}

fn line(href: &str, version: &VersionLine, before: Option<i32>) -> Line {
    let number = version.version;
    Line {
        number,
        href: format!("{href}/versions/{number}"),
        from: version.valid_from,
        to: version.valid_to,
        closed: version.closed_at,
        note: version.note.clone(),
        changes: before.map(|before| format!("{href}/versions/compare?from={before}&to={number}")),
    }
}

fn opening(line: &OpeningLine) -> Opening {
    Opening { open: line.state == ServiceState::Open, at: line.at, reason: line.reason.clone() }
}

impl Template for VersionsPage {
    const NAME: &'static str = "citizen/services/versions.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let href = format!("/{locale}/services/1001");
        let line = |number: i32, to: Option<DateTime<Utc>>| Line {
            number,
            href: format!("{href}/versions/{number}"),
            from: Some(DateTime::UNIX_EPOCH),
            to,
            closed: to,
            note: if number > 1 { "Likuma grozījumi".to_owned() } else { String::new() },
            changes: (number > 1).then(|| format!("{href}/versions/compare?from=1&to={number}")),
        };
        let versions = vec![line(2, None), line(1, Some(DateTime::UNIX_EPOCH))];
        let opening =
            |open: bool| Opening { open, at: DateTime::UNIX_EPOCH, reason: "Likums zaudējis spēku".to_owned() };
        let page = Self {
            code: "1001".to_owned(),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            lang: None,
            href: href.clone(),
            found: Vec::new(),
            openings: vec![opening(true), opening(false)],
            on: String::new(),
            day: None,
            errors: FormErrors::none(),
            versions,
        };
        let day = NaiveDate::from_ymd_opt(2026, 3, 1);
        let on = "2026-03-01".to_owned();
        let found = Self { day, on: on.clone(), found: vec![line(1, None)], lang: Some("lv"), ..page.clone() };
        let before = Self { day, on, openings: Vec::new(), ..page.clone() };
        let mut errors = FormErrors::none();
        errors.add(Some("on"), "31.12.2026");
        let wrong = Self { on: "vakar".to_owned(), errors, versions: Vec::new(), ..page.clone() };
        vec![page, found, before, wrong]
    }
}
