//! `/work/services`: what the institution answers for, in which state each service is, and who is writing.

use super::people::Names;
use crate::checks::Notice;
use crate::corrections::CorrectionNotice;
use crate::parts::{Asked, Choice, LINES, Paging, choices, either, institution_name, page_asked, word};
use catalogue::{DraftState, EditedService, OwnServices, ServiceState};
use chrono::{DateTime, Utc};
use kernel::{Locale, PersonId, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit, percent};

/// Context of `work/services/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ServicesPage {
    institution: String,
    /// That checks are due: those who confirm begin their day here.
    notices: Vec<Notice>,
    /// That mistakes were reported which the institution has to correct.
    corrections: Option<CorrectionNotice>,
    /// Working copies instead of all services.
    copies: bool,
    words: String,
    state: String,
    states: Vec<Choice>,
    rows: Vec<Row>,
    paging: Paging,
    /// Whether the caller may register services.
    editor: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    pilot: Option<String>,
    name: String,
    /// Where its description is kept.
    href: String,
    state: &'static str,
    online: bool,
    imported: bool,
    draft: Option<Writing>,
    /// So many found its page helpful, and so many did not.
    helpful: i64,
    unhelpful: i64,
}

/// The working copy of a service.
#[derive(Debug, Clone, Serialize)]
struct Writing {
    state: &'static str,
    by: String,
    at: DateTime<Utc>,
}

impl Template for ServicesPage {
    const NAME: &'static str = "work/services/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let copy = |state: &'static str| Writing { state, by: "Dace Zariņa".to_owned(), at: DateTime::UNIX_EPOCH };
        let row = |code: &str, state: &'static str, imported: bool, draft: Option<&'static str>| Row {
            code: code.to_owned(),
            pilot: (state == "open").then(|| "P.11".to_owned()),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            href: format!("/{locale}/work/services/{code}"),
            state,
            online: state == "open",
            imported,
            draft: draft.map(copy),
            helpful: 3,
            unhelpful: 1,
        };
        let rows = vec![
            row("1007", "open", false, Some("editing")),
            row("1017", "draft", false, Some("in_review")),
            row("1018", "closed", true, None),
        ];
        let empty = Self {
            institution: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            notices: Vec::new(),
            corrections: None,
            copies: false,
            words: String::new(),
            state: String::new(),
            states: vec![Choice::new("open", either(locale, "Publicēts", "Published"))],
            rows: Vec::new(),
            paging: Paging::default(),
            editor: true,
        };
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/services?after=31")) };
        let nothing = Self { words: "<zzz>".to_owned(), editor: false, ..empty.clone() };
        let copies = Self { copies: true, rows: rows.clone(), ..empty.clone() };
        let whole = Self { rows, paging, notices: Notice::samples(true), ..empty.clone() };
        let begun = Self { notices: Notice::task_samples(), ..whole.clone() };
        let reported = CorrectionNotice::samples().map(|notice| Self { corrections: Some(notice), ..begun.clone() });
        let others = [whole, begun, copies, Self { copies: true, ..empty.clone() }, empty, nothing];
        reported.into_iter().chain(others).collect()
    }
}

/// A page of the services of the caller's institution.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let holder = visit.caller().require_institution()?;
    let request = page_asked(&asked, LINES)?;
    let words: String = asked.text("q").chars().take(100).collect();
    let state = word::<ServiceState>(&asked, "state")?;
    let wanted = OwnServices { words: words.clone(), state };
    let page = catalogue::own_services(&tx, holder, &wanted, &request).await?;
    let state = state.map(ServiceState::as_str).unwrap_or_default();
    let path = format!("/work/services?q={}&state={state}", percent(&words));
    let paging = Paging::at(&visit, &path, &request, &page);
    visit.render(&ServicesPage {
        institution: institution_name(&tx, visit.locale(), holder).await?,
        notices: Notice::begun(&visit, &tx, holder).await?,
        corrections: CorrectionNotice::read(&visit, &tx).await?,
        copies: false,
        state: state.to_owned(),
        states: choices(&visit, "work-service", ServiceState::ALL.iter().map(|state| state.as_str())),
        rows: rows(&visit, &tx, page.items).await?,
        paging,
        editor: visit.caller().role == Role::ContactPerson,
        words,
    })
}

/// A page of the working copies: of the caller's institution, of every one for the platform.
pub async fn copies(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let request = page_asked(&asked, LINES)?;
    let state = word::<DraftState>(&asked, "state")?;
    let states = state.map_or_else(|| DraftState::ALL.to_vec(), |state| vec![state]);
    let page = catalogue::working_copies(&tx, &states, &request).await?;
    let state = state.map(DraftState::as_str).unwrap_or_default();
    let path = format!("/work/services/copies?state={state}");
    let paging = Paging::at(&visit, &path, &request, &page);
    let institution = match (visit.caller().role, visit.caller().institution) {
        (Role::PlatformAdministrator, _) | (_, None) => visit.text("edit-all-institutions"),
        (_, Some(institution)) => institution_name(&tx, visit.locale(), institution).await?,
    };
    visit.render(&ServicesPage {
        institution,
        notices: Vec::new(),
        corrections: None,
        copies: true,
        words: String::new(),
        state: state.to_owned(),
        states: choices(&visit, "edit-state", DraftState::ALL.iter().map(|state| state.as_str())),
        rows: rows(&visit, &tx, page.items).await?,
        paging,
        editor: false,
    })
}

async fn rows(visit: &Visit, tx: &Read, items: Vec<EditedService>) -> Result<Vec<Row>> {
    let people: Vec<Option<PersonId>> = items.iter().map(|one| one.draft.as_ref()?.updated_by).collect();
    let names = Names::of(tx, &people).await?;
    let online = catalogue::online_of(tx, &items.iter().map(|one| &one.item).collect::<Vec<_>>()).await?;
    Ok(items.into_iter().map(|one| row(visit, &names, online.contains_key(&one.item.id), one)).collect())
}

fn row(visit: &Visit, names: &Names, online: bool, one: EditedService) -> Row {
    let item = one.item;
    Row {
        href: visit.url(&format!("/work/services/{}", item.code)),
        code: item.code,
        pilot: item.pilot,
        name: item.name.get(visit.locale()).to_owned(),
        state: item.state.as_str(),
        online,
        imported: item.imported,
        draft: one.draft.map(|draft| Writing {
            state: draft.state.as_str(),
            by: names.get(draft.updated_by),
            at: draft.updated_at,
        }),
        helpful: one.votes.helpful,
        unhelpful: one.votes.unhelpful,
    }
}
