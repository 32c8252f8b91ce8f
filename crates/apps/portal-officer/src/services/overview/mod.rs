//! `/work/services/{code}`: one service with its working copy, and what can be done next.

mod samples;

use super::people::Names;
use crate::parts::{Asked, form_errors};
use crate::quality::{mentioned, place};
use axum::extract::{Path, Query};
use catalogue::{
    Draft, LeftBehind, Remark, RemarkKind, Section, SectionState, Service, ServiceState, VersionLine, WorkingCopy,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, Result, Role, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/services/overview.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewPage {
    code: String,
    name: String,
    state: &'static str,
    /// What has just been published.
    published: Option<Published>,
    here: String,
    /// The public page; drafts have none.
    public: Option<String>,
    /// The public history.
    history: Option<String>,
    preview: String,
    /// The number of the newest description.
    latest: i32,
    /// The holder confirmed the description on this day.
    checked: Option<NaiveDate>,
    /// So many found the public page helpful, and so many did not.
    helpful: i64,
    unhelpful: i64,
    draft: Option<Working>,
    sections: Vec<Line>,
    changes: usize,
    blocking: usize,
    /// What misleads clients and keeps nothing from being published.
    warned: Vec<Warned>,
    /// How many warnings there are besides those.
    warned_more: usize,
    refused: Vec<Refused>,
    overtaken: Vec<String>,
    /// A text that was sent while the working copy is written.
    sent: Option<Sent>,
    scheduled: Vec<Scheduled>,
    /// Whether the caller may write at all.
    editor: bool,
    /// Whether the caller may publish without another reader.
    alone: bool,
    /// Whether the caller may decide about it as its second reader.
    reviewer: bool,
    comment: String,
    errors: FormErrors,
}

/// A text that waits beside the working copy.
#[derive(Debug, Clone, Serialize)]
struct Sent {
    /// The sections in which it says something else than what is in force.
    sections: Vec<String>,
    /// What differs, word by word.
    compare: String,
}

/// A version that has just been published.
#[derive(Debug, Clone, Serialize)]
struct Published {
    version: i32,
    /// In force from; still to come when it waits.
    from: DateTime<Utc>,
    waits: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Working {
    state: &'static str,
    revision: i64,
    by: String,
    at: DateTime<Utc>,
    submitted_by: String,
    submitted_at: Option<DateTime<Utc>>,
    comment: String,
    reviewed_by: String,
    /// The day from which it is to hold, when that is still to come.
    from: Option<NaiveDate>,
    note: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    href: String,
    section: &'static str,
    wrong: usize,
    missing: usize,
    warnings: usize,
    advice: usize,
    changed: bool,
    by: String,
    at: Option<DateTime<Utc>>,
}

/// Warnings that stand beside the buttons of publication at most.
const WARNED: usize = 8;

/// A warning beside the buttons of publication.
#[derive(Debug, Clone, Serialize)]
struct Warned {
    /// The section where it is put right.
    href: String,
    place: String,
    title: String,
}

#[derive(Debug, Clone, Serialize)]
struct Refused {
    href: String,
    section: &'static str,
    by: String,
    at: DateTime<Utc>,
}

#[derive(Debug, Clone, Serialize)]
struct Scheduled {
    version: i32,
    from: Option<DateTime<Utc>>,
    note: String,
    /// Sections in which it says something else than what was published after it was written.
    without: Vec<String>,
    /// The page as it will be.
    show: String,
    /// What it says differently from what is in force; none when nothing is.
    compare: Option<String>,
    withdraw: String,
    /// Takes it back to write on in it; none while there is a working copy.
    rewrite: Option<String>,
}

/// The page of a service.
pub async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    let version = Fields(asked).text("published").parse().ok();
    let tx = visit.read().await?;
    visit.render(&OverviewPage::read(&visit, &tx, &code, version).await?)
}

/// The page again, with what kept an act from being done; what was typed into the comment stays.
pub async fn refuse(visit: Visit, code: String, error: Error, comment: String) -> Answer {
    let tx = visit.read().await?;
    let page = OverviewPage::read(&visit, &tx, &code, None).await?;
    let errors = section_errors(&visit, error)?;
    let page = OverviewPage { errors, comment, ..page };
    visit.shown_at(&format!("/work/services/{code}")).render_invalid(&page)
}

/// Errors of the description, shown at the line of their section.
fn section_errors(visit: &Visit, error: Error) -> Result<FormErrors> {
    let errors = form_errors(visit, error)?;
    let mut named = FormErrors::none();
    for item in errors.items {
        match item.field.as_deref().map(|path| (path, Section::of(path))) {
            Some((path, Some(section))) => {
                let text = format!("{}: {}", service_words::label(visit, path), item.text);
                named.add(Some(&format!("section/{}", section.as_str())), text);
            }
            Some((path, None)) if path.starts_with("plan") => named.add(Some("section/plan"), item.text),
            other => named.add(other.map(|(path, _)| path), item.text),
        }
    }
    Ok(named)
}

impl OverviewPage {
    async fn read(visit: &Visit, tx: &Read, code: &str, published: Option<i32>) -> Result<Self> {
        let copy = catalogue::working_copy(tx, code).await?;
        let names = names(tx, &copy).await?;
        let here = format!("/work/services/{code}");
        let public = copy.service.state != ServiceState::Draft;
        let scheduled = catalogue::scheduled_versions(tx, code).await?;
        let behind = catalogue::left_behind(tx, code).await?;
        let votes = catalogue::service_votes(tx, code).await?;
        let free = copy.draft.is_none();
        let now = riga_date(tx.now());
        Ok(Self {
            code: code.to_owned(),
            name: copy.description.name.get(visit.locale()).to_owned(),
            state: copy.service.state.as_str(),
            published: published.and_then(|version| just_published(&copy.service, &scheduled, version)),
            here: visit.url(&here),
            public: public.then(|| visit.url(&format!("/services/{code}"))),
            history: public.then(|| visit.url(&format!("/services/{code}/versions"))),
            preview: visit.url(&format!("/services/{code}/preview")),
            latest: copy.service.latest,
            checked: copy.service.description.checked_on,
            helpful: votes.helpful,
            unhelpful: votes.unhelpful,
            draft: copy.draft.as_ref().map(|draft| working(&names, draft, now)),
            sections: copy.sections.iter().map(|section| line(visit, &here, &names, section)).collect(),
            changes: copy.changes.len(),
            blocking: copy.blocking().count(),
            warned: copy.warnings().take(WARNED).map(|(section, one)| warned(visit, &here, section, one)).collect(),
            warned_more: copy.warnings().count().saturating_sub(WARNED),
            refused: copy.refused.iter().map(|line| refused(visit, &here, &names, line)).collect(),
            overtaken: section_names(visit, &copy.overtaken),
            sent: beside(visit, &copy),
            scheduled: scheduled.iter().map(|line| waiting(visit, &copy.service, line, &behind, free)).collect(),
            editor: visit.caller().role != Role::InstitutionAdministrator,
            alone: copy.alone,
            reviewer: copy.reviewer,
            comment: String::new(),
            errors: FormErrors::none(),
        })
    }
}

/// The text that was sent while the working copy is written.
fn beside(visit: &Visit, copy: &WorkingCopy) -> Option<Sent> {
    let service = &copy.service;
    let versions = visit.url(&format!("/services/{}/versions", service.code));
    (!copy.sent.is_empty()).then(|| Sent {
        sections: section_names(visit, &copy.sent),
        compare: format!("{versions}/compare?from={}&to={}", service.version, service.latest),
    })
}

/// What the register says of a version that an address calls published: it is in force, or waits for its day.
fn just_published(service: &Service, scheduled: &[VersionLine], version: i32) -> Option<Published> {
    let waiting = scheduled.iter().find(|line| line.version == version);
    let in_force = service.valid_from.filter(|_| service.version == version);
    let from = waiting.map_or(in_force, |line| line.valid_from)?;
    Some(Published { version, from, waits: waiting.is_some() })
}

async fn names(tx: &Read, copy: &WorkingCopy) -> Result<Names> {
    let mut people = Vec::new();
    if let Some(draft) = &copy.draft {
        people.extend([draft.updated_by, draft.submitted_by, draft.reviewed_by]);
    }
    people.extend(copy.sections.iter().map(|section| section.updated_by));
    people.extend(copy.refused.iter().map(|line| line.author));
    Names::of(tx, &people).await
}

fn working(names: &Names, draft: &Draft, today: NaiveDate) -> Working {
    Working {
        state: draft.state.as_str(),
        revision: draft.revision,
        by: names.get(draft.updated_by),
        at: draft.updated_at,
        submitted_by: names.get(draft.submitted_by),
        submitted_at: draft.submitted_at,
        comment: draft.comment.clone(),
        reviewed_by: names.get(draft.reviewed_by),
        from: draft.valid_from.filter(|day| *day > today),
        note: draft.note.clone(),
    }
}

fn line(visit: &Visit, here: &str, names: &Names, section: &SectionState) -> Line {
    let count = |severity| section.findings.iter().filter(|finding| finding.kind == severity).count();
    Line {
        href: visit.url(&format!("{here}/sections/{}", section.section.as_str())),
        section: section.section.as_str(),
        wrong: count(RemarkKind::Wrong),
        missing: count(RemarkKind::Missing),
        warnings: count(RemarkKind::Warning),
        advice: count(RemarkKind::Advice),
        changed: section.changed,
        by: names.get(section.updated_by),
        at: section.updated_at,
    }
}

fn warned(visit: &Visit, here: &str, section: Section, remark: &Remark) -> Warned {
    Warned {
        href: visit.url(&format!("{here}/sections/{}", section.as_str())),
        place: place(visit, &remark.path),
        title: visit.text_with(&remark.key, &mentioned(visit, &remark.args)),
    }
}

fn refused(visit: &Visit, here: &str, names: &Names, line: &catalogue::RefusedLine) -> Refused {
    Refused {
        href: visit.url(&format!("{here}/refused/{}", line.id)),
        section: line.section.as_str(),
        by: names.get(line.author),
        at: line.at,
    }
}

fn waiting(visit: &Visit, service: &Service, line: &VersionLine, behind: &[LeftBehind], free: bool) -> Scheduled {
    let (code, version) = (&service.code, line.version);
    let versions = visit.url(&format!("/services/{code}/versions"));
    let withdraw = visit.url(&format!("/work/services/{code}/versions/{version}/withdraw"));
    let in_force = (service.state != ServiceState::Draft).then_some(service.version);
    let found = behind.iter().find(|one| one.version == line.version);
    Scheduled {
        version: line.version,
        from: line.valid_from,
        note: line.note.clone(),
        without: found.map(|one| section_names(visit, &one.sections)).unwrap_or_default(),
        show: format!("{versions}/{version}"),
        compare: in_force.map(|before| format!("{versions}/compare?from={before}&to={version}")),
        rewrite: free.then(|| format!("{withdraw}?keep=yes")),
        withdraw,
    }
}

/// What sections are called.
pub(super) fn section_names(visit: &Visit, sections: &[Section]) -> Vec<String> {
    sections.iter().map(|section| visit.text(&format!("edit-section-{}", section.as_str()))).collect()
}
