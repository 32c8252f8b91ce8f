//! `/life/{slug}/versions`: every published text of a life situation with its time and note, and what was said on a day
//! (CAT-33). Also of one that is withdrawn.

use axum::extract::{Path, Query};
use catalogue::SituationVersion;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

use crate::names::foreign;
use crate::versions::{Line, day_asked, in_force_on};

/// Context of `life/versions.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct VersionsPage {
    name: String,
    lang: Option<&'static str>,
    href: String,
    versions: Vec<Line>,
    on: String,
    /// The day asked for, and what was in force on it.
    day: Option<NaiveDate>,
    found: Vec<Line>,
    errors: FormErrors,
}

/// `?on=`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    on: String,
}

/// `GET /life/{slug}/versions`
pub(crate) async fn versions(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let page = VersionsPage::read(&visit, &tx, &slug, asked.on.trim()).await?;
    if page.errors.is_empty() { visit.render(&page) } else { visit.render_invalid(&page) }
}

impl VersionsPage {
    async fn read(visit: &Visit, tx: &Read, slug: &str, on: &str) -> Result<Self> {
        let mut lines = catalogue::situation_versions(tx, slug).await?;
        // Those who write it see drafts at their workplace.
        lines.retain(|line| line.valid_from.is_some());
        let newest = lines.first().map(|line| line.version).ok_or_else(|| Error::not_found("situation"))?;
        let (_, situation) = catalogue::situation_version(tx, slug, newest).await?;
        let title = &situation.text.title;
        let href = visit.url(&format!("/life/{slug}"));
        let versions: Vec<Line> = lines.into_iter().map(|version| line(&href, version)).collect();
        let mut errors = FormErrors::none();
        let day = day_asked(visit, on, &mut errors);
        Ok(Self {
            name: title.get(visit.locale()).to_owned(),
            lang: foreign(title, visit.locale()),
            found: day.map(|day| in_force_on(&versions, day)).unwrap_or_default(),
            on: on.to_owned(),
            versions,
            href,
            day,
            errors,
        })
    }
}

fn line(href: &str, version: SituationVersion) -> Line {
    Line {
        number: version.version,
        href: format!("{href}?version={}", version.version),
        from: version.valid_from,
        to: version.valid_to,
        closed: None,
        note: version.note,
        changes: None,
    }
}

impl Template for VersionsPage {
    const NAME: &'static str = "citizen/life/versions.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let href = format!("/{locale}/life/childbirth");
        let line = |number: i32, to: Option<DateTime<Utc>>| Line {
            number,
            href: format!("{href}?version={number}"),
            from: Some(DateTime::UNIX_EPOCH),
            to,
            closed: None,
            note: if number > 1 { "Likuma grozījumi <b>".to_owned() } else { String::new() },
            changes: None,
        };
        let page = Self {
            name: "Bērna gaidīšana un piedzimšana".to_owned(),
            lang: None,
            href: href.clone(),
            versions: vec![line(2, None), line(1, Some(DateTime::UNIX_EPOCH))],
            on: String::new(),
            day: None,
            found: Vec::new(),
            errors: FormErrors::none(),
        };
        let (day, on) = (NaiveDate::from_ymd_opt(2026, 3, 1), "2026-03-01".to_owned());
        let found = Self { day, on: on.clone(), found: vec![line(1, None)], lang: Some("lv"), ..page.clone() };
        let before = Self { day, on, ..page.clone() };
        let mut errors = FormErrors::none();
        errors.add(Some("on"), "31.12.2026");
        let wrong = Self { on: "vakar".to_owned(), errors, ..page.clone() };
        vec![page, found, before, wrong]
    }
}
