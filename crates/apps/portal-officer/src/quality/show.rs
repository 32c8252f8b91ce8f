//! `/work/quality/{code}`: what the rules found in one description, why it matters, where it is put right.

use super::place::place;
use super::{Holder, level, sees_all};
use crate::parts::either;
use axum::extract::Path;
use catalogue::{Finding, Section, ServiceState, Severity};
use chrono::{DateTime, Utc};
use i18n::Args;
use kernel::{Locale, Role};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

/// Context of `work/quality/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceQualityPage {
    code: String,
    name: String,
    /// The public page; drafts have none.
    public: Option<String>,
    back: String,
    score: i32,
    level: &'static str,
    version: i32,
    at: DateTime<Utc>,
    groups: Vec<Group>,
    /// How many findings there are.
    count: usize,
}

/// What is put right in one section of the editor.
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
    let edits = visit.caller().role == Role::ContactPerson;
    let count = found.findings.len();
    visit.render(&ServiceQualityPage {
        public: (found.state != ServiceState::Draft).then(|| visit.url(&format!("/services/{}", found.code))),
        back: holder.link(&visit, "/work/quality", &[]),
        groups: groups(&visit, &found.code, edits, found.findings),
        count,
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
        let section = finding.section.as_str();
        let at = groups.iter().position(|group| group.section == section).unwrap_or_else(|| {
            let edit = edits.then(|| visit.url(&format!("/work/services/{code}/sections/{section}")));
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
    let mut values = Args::new();
    for (name, value) in &finding.args {
        match (name.as_str(), value.parse::<i64>()) {
            ("channel", _) => values.set("channel", visit.text(&format!("work-channel-{value}"))),
            (name, Ok(number)) if name != "codes" => values.set(name.to_owned(), number),
            (name, _) => values.set(name.to_owned(), value.clone()),
        }
    }
    let text = |end: &str| visit.text_with(&format!("quality-{}{end}", finding.rule), &values);
    let own = !sees_all(visit);
    Found {
        severity: finding.severity.as_str(),
        title: text(""),
        place: place(visit, &finding.path),
        why: text("-why"),
        fix: text("-fix"),
        elsewhere: (own && finding.path == "confirmed").then(|| visit.url("/work/checks")),
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
        let sample = |groups: Vec<Group>, public: bool| Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            public: public.then(|| format!("/{locale}/services/1007")),
            back: format!("/{locale}/work/quality"),
            score: 78,
            level: "fair",
            version: 3,
            at: DateTime::default(),
            count: groups.iter().map(|group| group.findings.len()).sum(),
            groups,
        };
        let all = Section::ALL.iter().map(|section| group(*section, true)).collect();
        vec![sample(all, true), sample(vec![group(Section::Basics, false)], false), sample(Vec::new(), true)]
    }
}
