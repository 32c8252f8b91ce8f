//! `/work/norms`: the checklist of an institution, today or on an earlier day.

use super::typed::states_rules;
use crate::parts::Asked;
use crate::quality::{Holder, holder_asked};
use catalogue::day_of;
use chrono::NaiveDate;
use institutions::{NormLine, NormStatement, Satisfaction};
use kernel::{Error, InstitutionId, Result, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/norms/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NormsPage {
    pub(super) holder: Holder,
    /// The day asked for, as typed.
    pub(super) on: String,
    /// The day shown, when it is not today.
    pub(super) past: Option<NaiveDate>,
    /// Whether the caller may state something.
    pub(super) states: bool,
    pub(super) in_force: usize,
    pub(super) groups: Vec<Group>,
    pub(super) measured: Measured,
    pub(super) errors: FormErrors,
}

/// The items of one point of the regulation: 20 or 26.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Group {
    pub(super) point: String,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) point: String,
    pub(super) title: String,
    pub(super) href: String,
    /// `in-force`, `not-yet` or `not-stated`.
    pub(super) state: &'static str,
    pub(super) document: Option<Document>,
    pub(super) note: String,
    pub(super) valid_from: Option<NaiveDate>,
    /// From when something else was stated to hold.
    pub(super) coming: Option<NaiveDate>,
}

/// The document that holds a rule.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Document {
    pub(super) title: String,
    pub(super) number: String,
    pub(super) from: Option<NaiveDate>,
    pub(super) link: String,
}

/// The last measurement of clients' satisfaction.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Measured {
    pub(super) href: String,
    pub(super) ended_on: Option<NaiveDate>,
    pub(super) published_on: Option<NaiveDate>,
    pub(super) link: String,
    /// What is due: `norms-due-<word>`.
    pub(super) due: &'static str,
    pub(super) late: bool,
    pub(super) by: Option<NaiveDate>,
}

/// The page.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let Some(id) = holder_asked(&visit, &asked)? else { return visit.redirect("/work/oversight") };
    let today = riga_date(visit.now());
    let typed = asked.text("on");
    let on = if typed.is_empty() { Some(today) } else { day_of(typed).filter(|day| *day <= today) };
    let page = NormsPage::read(&visit, &tx, id, on.unwrap_or(today), typed).await?;
    if on.is_some() {
        return visit.render(&page);
    }
    let errors = visit.form_errors(Error::invalid("form-has-errors").field("on", "norm-day-past"))?;
    visit.render_invalid(&NormsPage { errors, ..page })
}

impl NormsPage {
    async fn read(visit: &Visit, tx: &Read, id: InstitutionId, on: NaiveDate, typed: &str) -> Result<Self> {
        let holder = Holder::read(visit, tx, id).await?;
        let lines = institutions::norms_on(tx, id, on).await?;
        let in_force = |line: &&NormLine| line.holds.as_ref().is_some_and(|statement| statement.content.in_force);
        let measured = Measured::of(visit, &holder, &institutions::satisfaction(tx, id, on).await?);
        Ok(Self {
            on: typed.to_owned(),
            past: (on < riga_date(visit.now())).then_some(on),
            states: states_rules(visit),
            in_force: lines.iter().filter(in_force).count(),
            groups: groups(visit, &holder, lines),
            measured,
            errors: FormErrors::none(),
            holder,
        })
    }
}

/// The items under their points, in the order of the regulation.
fn groups(visit: &Visit, holder: &Holder, lines: Vec<NormLine>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        let point = line.item.point.split('.').next().unwrap_or_default().to_owned();
        let row = row(visit, holder, line);
        match groups.last_mut().filter(|group| group.point == point) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { point, rows: vec![row] }),
        }
    }
    groups
}

fn row(visit: &Visit, holder: &Holder, line: NormLine) -> Row {
    let holds = line.holds.as_ref();
    Row {
        title: line.item.title.get(visit.locale()).to_owned(),
        href: holder.link(visit, &format!("/work/norms/{}", line.item.point), &[]),
        point: line.item.point,
        state: holds.map_or("not-stated", state),
        document: holds.and_then(Document::of),
        note: holds.map(|statement| statement.content.note.clone()).unwrap_or_default(),
        valid_from: holds.map(|statement| statement.content.valid_from),
        coming: line.coming.map(|statement| statement.content.valid_from),
    }
}

/// The word of a statement.
pub(super) fn state(statement: &NormStatement) -> &'static str {
    if statement.content.in_force { "in-force" } else { "not-yet" }
}

impl Document {
    /// Of a statement that names one.
    pub(super) fn of(statement: &NormStatement) -> Option<Self> {
        let content = &statement.content;
        (!content.title.is_empty()).then(|| Self {
            title: content.title.clone(),
            number: content.number.clone(),
            from: content.document_from,
            link: content.link.clone(),
        })
    }
}

impl Measured {
    pub(super) fn of(visit: &Visit, holder: &Holder, satisfaction: &Satisfaction) -> Self {
        let last = satisfaction.statements.first().map(|statement| &statement.measurement);
        Self {
            href: holder.link(visit, "/work/norms/satisfaction", &[]),
            ended_on: last.map(|last| last.ended_on),
            published_on: last.and_then(|last| last.published_on),
            link: last.map(|last| last.link.clone()).unwrap_or_default(),
            due: satisfaction.due.as_str(),
            late: satisfaction.due.is_late(),
            by: satisfaction.due.day(),
        }
    }
}
