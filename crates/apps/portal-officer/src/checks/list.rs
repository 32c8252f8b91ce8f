//! `/work/checks`: what is to be read and confirmed in this quarter.

use super::Notice;
use crate::parts::{Asked, LINES, Paging, either, page_asked};
use crate::quality::{Holder, holder_asked};
use catalogue::{CheckLine, SituationLine};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{InstitutionId, Locale, Result, Role, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/checks/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChecksPage {
    holder: Holder,
    sums: Option<Sums>,
    notices: Vec<Notice>,
    /// Whether the done ones are shown.
    done: bool,
    open_href: String,
    done_href: String,
    /// Whether the caller may confirm.
    confirms: bool,
    /// Whether the caller may correct what is to be confirmed.
    edits: bool,
    rows: Vec<Row>,
    paging: Paging,
    /// Life situations that are to be checked.
    situations: Vec<Situation>,
    /// Whether the caller may confirm those.
    checks_situations: bool,
    pub(super) errors: FormErrors,
    /// What was ticked.
    pub(super) ticked: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Sums {
    quarter: String,
    due_on: NaiveDate,
    tasks: i64,
    open: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    /// Code and version, as the form sends them.
    value: String,
    public: String,
    /// Where the description is corrected.
    edit: String,
    /// Whether it was ever confirmed.
    known: bool,
    /// What differs from the text that was confirmed last; none where it is the same.
    changes: Option<String>,
    due_on: NaiveDate,
    overdue: bool,
    confirmed_at: Option<DateTime<Utc>>,
    corrected: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Situation {
    title: String,
    public: String,
    /// Where it is confirmed.
    check: String,
    due_on: NaiveDate,
    overdue: bool,
}

/// The page.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let Some(id) = holder_asked(&visit, &asked)? else { return visit.redirect("/work/oversight") };
    visit.render(&ChecksPage::read(&visit, &tx, id, &asked).await?)
}

impl ChecksPage {
    /// Reads the checks of an institution.
    pub(super) async fn read(visit: &Visit, tx: &Read, id: InstitutionId, asked: &Fields) -> Result<Self> {
        let holder = Holder::read(visit, tx, id).await?;
        let request = page_asked(asked, LINES)?;
        let done = asked.text("view") == "confirmed";
        let page = catalogue::checks_list(tx, id, done, &request).await?;
        let sums = catalogue::holder_checks(tx, id).await?;
        let situations = catalogue::situations_due(tx, id).await?;
        let view = if done { "confirmed" } else { "" };
        let here = |after: Option<&kernel::Cursor>| {
            let after = after.map(kernel::Cursor::as_str).unwrap_or_default();
            holder.link(visit, "/work/checks", &[("view", view), ("after", after)])
        };
        Ok(Self {
            sums: sums.map(|sums| Sums {
                quarter: quarter_words(&sums.quarter),
                due_on: sums.due_on,
                tasks: sums.tasks,
                open: sums.open,
            }),
            notices: Notice::read(visit, tx, id).await?.into_iter().map(Notice::here).collect(),
            done,
            open_href: holder.link(visit, "/work/checks", &[]),
            done_href: holder.link(visit, "/work/checks", &[("view", "confirmed")]),
            confirms: visit.caller().role == Role::ContactPerson,
            edits: matches!(visit.caller().role, Role::ContactPerson | Role::PlatformAdministrator),
            paging: Paging::new(&request, &page, here),
            rows: page.items.into_iter().map(|line| row(visit, line)).collect(),
            situations: situations.into_iter().filter_map(|line| situation(visit, line)).collect(),
            checks_situations: matches!(visit.caller().role, Role::ContactPerson | Role::PlatformAdministrator),
            errors: FormErrors::none(),
            ticked: Vec::new(),
            holder,
        })
    }
}

/// `2026-Q4` as people write it.
fn quarter_words(quarter: &str) -> String {
    match quarter.split_once("-Q") {
        Some((year, number)) => format!("{number}/{year}"),
        None => quarter.to_owned(),
    }
}

fn row(visit: &Visit, line: CheckLine) -> Row {
    let path = format!("/services/{}", line.code);
    let before = line.confirmed_version.filter(|before| *before != line.version);
    let compared = |before: i32| visit.url(&format!("{path}/versions/compare?from={before}&to={}", line.version));
    Row {
        edit: visit.url(&format!("/work{path}")),
        known: line.confirmed_version.is_some(),
        changes: before.map(compared),
        name: line.name.get(visit.locale()).to_owned(),
        value: format!("{}:{}", line.code, line.version),
        public: visit.url(&path),
        code: line.code,
        due_on: line.due_on,
        overdue: line.overdue,
        confirmed_at: line.confirmed_at,
        corrected: line.corrected,
    }
}

fn situation(visit: &Visit, line: SituationLine) -> Option<Situation> {
    let due_on = line.check_due?;
    Some(Situation {
        title: line.title.get(visit.locale()).to_owned(),
        public: visit.url(&format!("/life/{}", line.slug)),
        check: visit.url(&format!("/work/situations/{}", line.slug)),
        due_on,
        overdue: due_on < riga_date(visit.now()),
    })
}

impl Template for ChecksPage {
    const NAME: &'static str = "work/checks/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let due_on = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
        let row = |code: &str, done: bool| Row {
            code: code.to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            value: format!("{code}:2"),
            public: format!("/{locale}/services/{code}"),
            edit: format!("/{locale}/work/services/{code}"),
            known: code != "1009",
            changes: (code == "1008").then(|| format!("/{locale}/services/1008/versions/compare?from=1&to=2")),
            due_on,
            overdue: code == "1008",
            confirmed_at: done.then(DateTime::default),
            corrected: done && code == "1007",
        };
        let life = |overdue: bool| Situation {
            title: either(locale, "Slimība", "Illness"),
            public: format!("/{locale}/life/illness"),
            check: format!("/{locale}/work/situations/illness"),
            due_on,
            overdue,
        };
        let holder = Holder {
            name: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            id: None,
        };
        let mut wrong = FormErrors::none();
        wrong.add(Some("confirm"), either(locale, "Izvēlieties aprakstu.", "Choose a description."));
        let open = Self {
            holder,
            sums: Some(Sums { quarter: "4/2026".to_owned(), due_on, tasks: 13, open: 2 }),
            notices: Notice::samples(false),
            done: false,
            open_href: format!("/{locale}/work/checks"),
            done_href: format!("/{locale}/work/checks?view=confirmed"),
            confirms: true,
            edits: true,
            rows: vec![row("1007", false), row("1008", false), row("1009", false)],
            paging: Paging { first: None, next: Some(format!("/{locale}/work/checks?after=31")) },
            situations: vec![life(true), life(false)],
            checks_situations: true,
            errors: FormErrors::none(),
            ticked: Vec::new(),
        };
        let rows = vec![row("1007", true), row("1008", true)];
        let done = Self { done: true, rows, notices: Vec::new(), ..open.clone() };
        let again = Self { errors: wrong, ticked: vec!["1007:2".to_owned()], ..open.clone() };
        let nothing = Self {
            rows: Vec::new(),
            sums: None,
            notices: Vec::new(),
            confirms: false,
            situations: Vec::new(),
            checks_situations: false,
            paging: Paging::default(),
            ..open.clone()
        };
        // An auditor reads the list and corrects nothing.
        let seen = Self { confirms: false, edits: false, checks_situations: false, ..open.clone() };
        let nothing_done = Self { done: true, ..nothing.clone() };
        vec![open, done, again, nothing, seen, nothing_done]
    }
}
