//! The documents of the client's cases, newest case first.

use ::cases::{FileOrigin, OwnCase, own_cases_with_documents};
use axum::extract::Query;
use chrono::{DateTime, Utc};
use kernel::{Locale, PageRequest};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, CaseLink, next_url, page_request, size};

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    /// How it came to the case: the decision and a client's own file may have the same name.
    origin: &'static str,
    case: Option<CaseLink>,
    at: DateTime<Utc>,
    size: String,
}

/// Context of `documents/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    documents: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /documents`: the documents of ten cases at a time.
pub(crate) async fn list(visit: Visit, Query(query): Query<After>) -> Answer {
    let tx = visit.read().await?;
    let request = PageRequest::new(10, page_request(query.after.as_deref())?.after);
    let page = own_cases_with_documents(&tx, &request).await?;
    let mut lines = Vec::new();
    for OwnCase { case, documents } in page.items {
        let link = CaseLink::new(&visit, &case.number);
        lines.extend(documents.into_iter().map(|document| Line {
            href: format!("{}/documents/{}", link.href, document.id),
            origin: FileOrigin::of(&document).as_str(),
            name: document.file_name,
            case: Some(link.clone()),
            at: document.uploaded_at,
            size: size(&visit, document.size),
        }));
    }
    let next = next_url(&visit, "/documents", "", page.next.as_ref());
    visit.render(&ListPage { documents: lines, first: query.after.map(|_| visit.url("/documents")), next })
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/documents/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |origin: FileOrigin, case| Line {
            href: format!("/{locale}/cases/1001-42/documents/1"),
            name: "izzina.pdf".to_owned(),
            origin: origin.as_str(),
            case,
            at: DateTime::UNIX_EPOCH,
            size: "180 KB".to_owned(),
        };
        let case = CaseLink { href: format!("/{locale}/cases/1001-42"), number: "1001 42".to_owned() };
        let one = |origin: FileOrigin| line(origin, (origin != FileOrigin::Answer).then(|| case.clone()));
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![
            Self { documents: Vec::from(FileOrigin::ALL.map(one)), first, next },
            Self { documents: Vec::new(), first: None, next: None },
        ]
    }
}
