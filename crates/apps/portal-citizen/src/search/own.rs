//! A client's own cases and documents: by words of the service's name, the number, the state and the names of files.
//! Only what the client may read is looked through, so nobody's view is on record.

use std::collections::BTreeMap;

use ::cases::{CaseNumber, Outcome, OwnCase, own_case, own_cases_with_documents};
use ::documents::Document;
use ::search::analysis::holds_begun;
use axum::extract::Query;
use chrono::{DateTime, Utc};
use kernel::{ErrorKind, Locale, PageRequest, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Template, Visit};

use super::{Asked, Head, Tab};
use crate::names::{CaseLink, Link, service_names};

/// So many of the newest cases are looked through; older ones are found by their whole number.
const LOOKED: usize = 500;
/// So many are shown; more words leave fewer.
const SHOWN: usize = 50;

/// A case that fits.
#[derive(Debug, Serialize)]
struct Line {
    case: CaseLink,
    name: String,
    state: &'static str,
    outcome: Option<&'static str>,
    submitted_at: DateTime<Utc>,
    /// Files whose names have one of the words.
    documents: Vec<Link>,
}

/// Context of `search/own.html`.
#[derive(Debug, Serialize)]
pub(crate) struct OwnPage {
    head: Head,
    cases: Vec<Line>,
    /// How many fit and are not shown.
    more: usize,
    /// Whether older cases were not looked through.
    older: bool,
}

/// `GET /search/own`
pub(crate) async fn own(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let q = asked.words();
    if q.is_empty() {
        let head = Head::new(&visit, Tab::Own, &q, None);
        return visit.render(&OwnPage { head, cases: Vec::new(), more: 0, older: false });
    }
    let tx = visit.read().await?;
    let (mut looked, older) = newest(&tx).await?;
    if older {
        looked.extend(by_number(&tx, &q, &looked).await?);
    }
    let names = service_names(&tx, &visit, looked.iter().map(|own| own.case.service.clone())).await?;
    let mut cases: Vec<Line> = looked.into_iter().filter_map(|own| line(&visit, &names, &q, own)).collect();
    let found = cases.len();
    cases.truncate(SHOWN);
    let head = Head::new(&visit, Tab::Own, &q, u64::try_from(found).ok());
    visit.render(&OwnPage { head, more: found - cases.len(), cases, older })
}

/// The newest cases, and whether there are older ones.
async fn newest(tx: &Read) -> Result<(Vec<OwnCase>, bool)> {
    let mut all = Vec::new();
    let mut request = PageRequest::first(PageRequest::MAX);
    loop {
        let page = own_cases_with_documents(tx, &request).await?;
        all.extend(page.items);
        let Some(next) = page.next else { return Ok((all, false)) };
        if all.len() >= LOOKED {
            return Ok((all, true));
        }
        request = PageRequest::new(PageRequest::MAX, Some(next));
    }
}

/// An older case whose whole number was typed.
async fn by_number(tx: &Read, q: &str, looked: &[OwnCase]) -> Result<Option<OwnCase>> {
    let Ok(number) = q.parse::<CaseNumber>() else { return Ok(None) };
    if looked.iter().any(|own| own.case.number == number) {
        return Ok(None);
    }
    match own_case(tx, &number).await {
        Ok(file) => Ok(Some(OwnCase { case: file.case, documents: file.documents })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The case as a line, if it or its files have every word.
fn line(visit: &Visit, names: &BTreeMap<String, String>, q: &str, own: OwnCase) -> Option<Line> {
    let OwnCase { case, documents } = own;
    let name = names.get(&case.service).unwrap_or(&case.service).clone();
    let state = case.state.as_str();
    let mut text = format!("{name} {} {}", case.number, visit.text(&format!("state-{state}")));
    for document in &documents {
        text.push(' ');
        text.push_str(&document.file_name);
    }
    if !holds_begun(&text, q) {
        return None;
    }
    let link = CaseLink::new(visit, &case.number);
    let named = |document: &&Document| q.split_whitespace().any(|word| holds_begun(&document.file_name, word));
    let file = |document: &Document| Link {
        href: format!("{}/documents/{}", link.href, document.id),
        name: document.file_name.clone(),
    };
    Some(Line {
        documents: documents.iter().filter(named).map(file).collect(),
        outcome: case.outcome.map(Outcome::as_str),
        submitted_at: case.submitted_at,
        case: link.clone(),
        state,
        name,
    })
}

impl Template for OwnPage {
    const NAME: &'static str = "citizen/search/own.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let case = || CaseLink { href: format!("/{locale}/cases/1001-42"), number: "1001 42".to_owned() };
        let line = |state, outcome, files: &[&str]| Line {
            case: case(),
            name: "Bērna piedzimšanas <pabalsts>".to_owned(),
            state,
            outcome,
            submitted_at: DateTime::UNIX_EPOCH,
            documents: files
                .iter()
                .map(|name| Link { href: format!("{}/documents/1", case().href), name: (*name).to_owned() })
                .collect(),
        };
        let found = Self {
            head: Head::sample(locale, "pabalsts"),
            cases: vec![line("submitted", None, &[]), line("closed", Some("granted"), &["izziņa.pdf", "lēmums.pdf"])],
            more: 3,
            older: true,
        };
        let nothing = |q: &str| Self { head: Head::sample(locale, q), cases: Vec::new(), more: 0, older: false };
        vec![found, nothing("<x>"), nothing("")]
    }
}
