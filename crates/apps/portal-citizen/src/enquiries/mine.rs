//! The list of a person's own enquiries, newest first.

use axum::extract::Query;
use chrono::{DateTime, Utc};
use enquiries::{EnquiryLine, EnquiryState, own_enquiries};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, Names, next_url, page_request};

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    kind: &'static str,
    number: String,
    institution: String,
    state: &'static str,
    received_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
}

/// Context of `enquiries/mine.html`.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /contact/mine`
pub(crate) async fn mine(visit: Visit, Query(query): Query<After>) -> Answer {
    let tx = visit.read().await?;
    let page = own_enquiries(&tx, &page_request(query.after.as_deref())?).await?;
    let names = Names::of(&tx, &visit, page.items.iter().map(|line| line.institution)).await?;
    let next = next_url(&visit, "/contact/mine", "", page.next.as_ref());
    let line = |line: EnquiryLine| Line {
        href: visit.url(&format!("/contact/mine/{}", line.id)),
        kind: line.kind.as_str(),
        institution: names.get(line.institution),
        state: line.state.as_str(),
        received_at: line.received_at,
        due_at: line.due_at,
        number: line.number,
    };
    let first = query.after.map(|_| visit.url("/contact/mine"));
    visit.render(&MinePage { lines: page.items.into_iter().map(line).collect(), first, next })
}

impl Template for MinePage {
    const NAME: &'static str = "citizen/enquiries/mine.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |state: EnquiryState| Line {
            href: format!("/{locale}/contact/mine/1"),
            kind: "complaint",
            number: "26".to_owned(),
            institution: "VSAA".to_owned(),
            state: state.as_str(),
            received_at: DateTime::UNIX_EPOCH,
            due_at: DateTime::UNIX_EPOCH,
        };
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![
            Self { lines: EnquiryState::ALL.iter().copied().map(line).collect(), first, next },
            Self { lines: Vec::new(), first: None, next: None },
        ]
    }
}
