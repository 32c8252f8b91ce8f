//! Life situations, and news and help, as categories of their own.

use std::sync::Arc;

use axum::extract::Query;
use catalogue::SearchIndex;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use super::tabs::address;
use super::{Asked, Head, Tab};
use crate::guides::{GuideGroup, GuideIndex, GuideLine};
use crate::names::page_request;

/// Context of `search/guides.html`.
#[derive(Debug, Serialize)]
pub(crate) struct GuidesPage {
    head: Head,
    total: u64,
    relaxed: bool,
    guides: Vec<GuideLine>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /search/life`
pub(crate) async fn life(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    found(visit, Tab::Life, GuideGroup::Life, asked).await
}

/// `GET /search/articles`
pub(crate) async fn articles(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    found(visit, Tab::Articles, GuideGroup::Articles, asked).await
}

async fn found(visit: Visit, tab: Tab, group: GuideGroup, asked: Asked) -> Answer {
    let (q, request) = (asked.words(), page_request(asked.after())?);
    let tx = visit.read().await?;
    let (services, guides) = (visit.state().part::<Arc<SearchIndex>>()?, visit.state().part::<Arc<GuideIndex>>()?);
    let found = guides.seek(&tx, services, &visit, (&q, group), &request).await?;
    let here = address(tab.path(), &q);
    visit.render(&GuidesPage {
        head: Head::new(&visit, tab, &q, Some(found.total)),
        total: found.total,
        relaxed: found.relaxed,
        first: asked.after().map(|_| visit.url(&here)),
        next: found.page.next.map(|next| visit.url(&with_after(&here, &next))),
        guides: found.page.items,
    })
}

/// The address of the page that begins after a cursor.
pub(super) fn with_after(here: &str, after: &kernel::Cursor) -> String {
    format!("{here}{}after={}", if here.contains('?') { '&' } else { '?' }, after.as_str())
}

impl Template for GuidesPage {
    const NAME: &'static str = "citizen/search/guides.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let found = |q: &str, relaxed| Self {
            head: Head::sample(locale, q),
            total: 3,
            relaxed,
            guides: GuideLine::samples(locale),
            first: Some("/a".to_owned()),
            next: Some("/b".to_owned()),
        };
        let nothing = |q: &str| Self { total: 0, guides: Vec::new(), first: None, next: None, ..found(q, false) };
        vec![found("bērns", false), found("brns", true), found("", false), nothing("<x>"), nothing("")]
    }
}
