//! The list of viewings, newest first: all of them, or those of one case.

use ::cases::Case;
use audit::{Viewing, own_viewings, own_viewings_in_case};
use axum::extract::Query;
use chrono::{DateTime, Utc};
use kernel::{CaseId, Locale, PageRequest, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, CaseLink, Names, next_url, page_request};

/// So many are shown beside a case; the list of all shows the others.
const OF_CASE: u64 = 10;

/// One viewing.
#[derive(Debug, Serialize)]
pub(crate) struct ViewLine {
    at: DateTime<Utc>,
    who: String,
    what: String,
    why: String,
    case: Option<CaseLink>,
}

/// Context of `views/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    views: Vec<ViewLine>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /views`
pub(crate) async fn list(visit: Visit, Query(query): Query<After>) -> Answer {
    let tx = visit.read().await?;
    let page = own_viewings(&tx, &page_request(query.after.as_deref())?).await?;
    let next = next_url(&visit, "/views", "", page.next.as_ref());
    let views = ViewLine::of(&tx, &visit, page.items).await?;
    visit.render(&ListPage { views, first: query.after.map(|_| visit.url("/views")), next })
}

/// The newest viewings of a case that was loaded as the client's own.
pub(crate) async fn views_of_case(tx: &Read, visit: &Visit, case: &Case) -> Result<Vec<ViewLine>> {
    let page = own_viewings_in_case(tx, case.applicant, case.id, &PageRequest::first(OF_CASE)).await?;
    ViewLine::of(tx, visit, page.items).await
}

impl ViewLine {
    async fn of(tx: &Read, visit: &Visit, views: Vec<Viewing>) -> Result<Vec<Self>> {
        let names = Names::of(tx, visit, views.iter().filter_map(|view| view.institution)).await?;
        let mut cases: Vec<CaseId> = views.iter().filter_map(|view| view.case).collect();
        cases.sort_unstable();
        cases.dedup();
        let numbers = ::cases::numbers_of(tx, &cases).await?;
        let line = |view: Viewing| {
            let role = visit.text(&format!("role-{}", view.role));
            Self {
                at: view.at,
                who: view
                    .institution
                    .map_or_else(|| role.clone(), |id| format!("{}, {}", names.get(id), role.to_lowercase())),
                what: visit.text(&format!("viewed-{}", view.what)),
                why: visit.text(&format!("purpose-{}", view.purpose)),
                case: view.case.and_then(|case| numbers.get(&case)).map(|number| CaseLink::new(visit, number)),
            }
        };
        Ok(views.into_iter().map(line).collect())
    }

    /// Invented viewings.
    pub(crate) fn samples(locale: Locale) -> Vec<Self> {
        let line = |case| Self {
            at: DateTime::UNIX_EPOCH,
            who: "Cēsu klientu apkalpošanas centrs, speciālists".to_owned(),
            what: "Iesniegums".to_owned(),
            why: "Klienta konsultēšana".to_owned(),
            case,
        };
        let case = CaseLink { href: format!("/{locale}/cases/1001-42"), number: "1001 42".to_owned() };
        vec![line(Some(case)), line(None)]
    }
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/views/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![
            Self { views: ViewLine::samples(locale), first, next },
            Self { views: Vec::new(), first: None, next: None },
        ]
    }
}
