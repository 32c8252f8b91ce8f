//! `/work/articles`: the articles that the caller may edit, last changed first.

use crate::parts::{Asked, LINES, Paging, either, page_asked};
use chrono::{DateTime, Utc};
use kernel::Locale;
use knowledge::{ArticleLine, articles_to_edit};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/articles/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    href: String,
    title: String,
    kind: &'static str,
    audience: &'static str,
    state: &'static str,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
    helpful: i64,
    unhelpful: i64,
}

/// A page of the list.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let request = page_asked(&Fields(asked), LINES)?;
    let page = articles_to_edit(&tx, &request).await?;
    visit.render(&ListPage {
        paging: Paging::at(&visit, "/work/articles", &request, &page),
        rows: page.items.into_iter().map(|line| row(&visit, &line)).collect(),
    })
}

fn row(visit: &Visit, line: &ArticleLine) -> Row {
    let shown = line.state == knowledge::ArticleState::Published;
    Row {
        href: visit.url(&format!("/work/articles/{}/{}", line.kind.as_str(), line.slug)),
        title: line.title.get(visit.locale()).to_owned(),
        kind: line.kind.as_str(),
        audience: line.audience.as_str(),
        state: line.state.as_str(),
        from: shown.then_some(line.shown_from),
        to: line.shown_to.filter(|_| shown),
        helpful: line.votes.0,
        unhelpful: line.votes.1,
    }
}

impl Template for ListPage {
    const NAME: &'static str = "work/articles/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |state: &'static str, audience| Row {
            href: format!("/{locale}/work/articles/news/jauns"),
            title: either(locale, "Jauna iespēja", "Something new"),
            kind: "news",
            audience,
            state,
            from: (state == "published").then_some(DateTime::UNIX_EPOCH),
            to: (audience == "staff").then_some(DateTime::UNIX_EPOCH),
            helpful: 3,
            unhelpful: 1,
        };
        let rows = vec![row("published", "public"), row("draft", "public"), row("withdrawn", "staff")];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/articles?after=31")) };
        vec![Self { rows, paging }, Self { rows: Vec::new(), paging: Paging::default() }]
    }
}
