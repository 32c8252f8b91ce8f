//! `/work/quality/{code}`: what the rules found in one description, why it matters, where it is put right.

use super::place::place;
use super::trend::{ChangeRow, TrendChart, charts, course};
use super::{Holder, level, mentioned, sees_all};
use crate::parts::either;
use axum::extract::Path;
use catalogue::{Finding, ScoreChange, Section, ServiceState, Severity};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Locale, riga_date};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

/// Context of `work/quality/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceQualityPage {
    code: String,
    name: String,
    /// The public page; drafts have none.
    public: Option<String>,
    /// The editor of the whole description; none for those who do not edit.
    editor: Option<String>,
    back: String,
    score: i32,
    level: &'static str,
    version: i32,
    at: DateTime<Utc>,
    groups: Vec<Group>,
    /// How many findings there are.
    count: usize,
    charts: Vec<TrendChart>,
    /// How the score went, newest first.
    changes: Vec<ChangeRow>,
}

/// The place of what is put right by the quarterly check.
const CHECKED: &str = "confirmed";

/// Changes of the score that are shown at most.
const CHANGES: u64 = 50;

/// What is put right in one section of the editor, or in the quarterly check.
#[derive(Debug, Clone, Serialize)]
struct Group {
    section: &'static str,
    /// The section of the editor; none for those who do not edit.
    edit: Option<String>,
    findings: Vec<Found>,
}

#[derive(Debug, Clone, Serialize)]
struct Found {
    severity: &'static str,
    title: String,
    place: String,
    why: String,
    fix: String,
    /// Another page than the editor, where this is put right.
    elsewhere: Option<String>,
}

/// The page.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let found = catalogue::service_quality(&tx, &code).await?;
    let holder = Holder::read(&visit, &tx, found.holder).await?;
    let edits = catalogue::edits(visit.caller(), found.holder);
    let count = found.findings.len();
    let changes = catalogue::score_changes(&tx, &code, CHANGES).await?;
    visit.render(&ServiceQualityPage {
        public: (found.state != ServiceState::Draft).then(|| visit.url(&format!("/services/{}", found.code))),
        editor: edits.then(|| visit.url(&format!("/work/services/{}", found.code))),
        back: holder.link(&visit, "/work/quality", &[]),
        groups: groups(&visit, &found.code, edits, found.findings),
        count,
        charts: charts(visit.locale(), &course(&changes, riga_date(tx.now()))),
        changes: changes.iter().rev().map(ChangeRow::from).collect(),
        name: found.name.get(visit.locale()).to_owned(),
        code: found.code,
        level: level(i64::from(found.score)),
        score: found.score,
        version: found.version,
        at: found.at,
    })
}

/// Findings by the section of the editor, the section with the most serious one first.
fn groups(visit: &Visit, code: &str, edits: bool, findings: Vec<Finding>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in findings {
        let checked = finding.path == CHECKED;
        let section = if checked { "checks" } else { finding.section.as_str() };
        let at = groups.iter().position(|group| group.section == section).unwrap_or_else(|| {
            // No section of the editor confirms a description; the finding itself leads to where that is done.
            let edit = (edits && !checked).then(|| visit.url(&format!("/work/services/{code}/sections/{section}")));
            groups.push(Group { section, edit, findings: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.findings.push(words(visit, &finding));
        }
    }
    groups
}

fn words(visit: &Visit, finding: &Finding) -> Found {
    let values = mentioned(visit, &finding.args);
    let text = |end: &str| visit.text_with(&format!("quality-{}{end}", finding.rule), &values);
    let own = !sees_all(visit);
    Found {
        severity: finding.severity.as_str(),
        title: text(""),
        place: place(visit, &finding.path),
        why: text("-why"),
        fix: text("-fix"),
        elsewhere: (own && finding.path == CHECKED).then(|| visit.url("/work/checks")),
    }
}

impl Template for ServiceQualityPage {
    const NAME: &'static str = "work/quality/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let found = |severity: Severity, title: &str| Found {
            severity: severity.as_str(),
            title: title.to_owned(),
            place: either(locale, "2. solis: teksts", "Step 2: text"),
            why: either(locale, "Klients nezina, kas viņu sagaida.", "Clients do not know what awaits them."),
            fix: either(locale, "Ierakstiet tekstu.", "Write the text."),
            elsewhere: (severity == Severity::Hints).then(|| format!("/{locale}/work/checks")),
        };
        let group = |section: Section, edit: bool| Group {
            section: section.as_str(),
            edit: edit.then(|| format!("/{locale}/work/services/1007/sections/{}", section.as_str())),
            findings: Severity::ALL.iter().map(|severity| found(*severity, "Trūkst teksta <b>")).collect(),
        };
        let change = |days: i64, score: i32| ScoreChange {
            at: DateTime::UNIX_EPOCH + TimeDelta::days(days),
            version: 1 + score / 40,
            score,
        };
        let sample = |groups: Vec<Group>, changes: &[ScoreChange], public: bool| Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            public: public.then(|| format!("/{locale}/services/1007")),
            editor: public.then(|| format!("/{locale}/work/services/1007")),
            back: format!("/{locale}/work/quality"),
            score: 78,
            level: "fair",
            version: 3,
            at: DateTime::default(),
            count: groups.iter().map(|group| group.findings.len()).sum(),
            groups,
            charts: charts(locale, &course(changes, riga_date(DateTime::UNIX_EPOCH))),
            changes: changes.iter().rev().map(ChangeRow::from).collect(),
        };
        let all = Section::ALL.iter().map(|section| group(*section, true)).collect();
        let changes = [change(0, 31), change(9, 92), change(9, 78)];
        vec![
            sample(all, &changes, true),
            sample(vec![group(Section::Basics, false)], &changes[..1], false),
            sample(Vec::new(), &[], true),
        ]
    }
}
