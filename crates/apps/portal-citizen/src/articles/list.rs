//! Lists of news and of help articles.

use axum::extract::Query;
use chrono::{DateTime, Utc};
use kernel::{Locale, Role};
use knowledge::{ArticleKind, ArticleLine, Audience, list_articles};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, next_url, page_request};

/// An article of a list.
#[derive(Debug, Serialize)]
struct Line {
    href: String,
    title: String,
    lead: String,
    at: DateTime<Utc>,
}

/// Context of `articles/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    kind: &'static str,
    articles: Vec<Line>,
    /// Help for those who work in institutions.
    staff: Vec<Line>,
    feed: Option<String>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /news`
pub(crate) async fn news(visit: Visit, Query(asked): Query<After>) -> Answer {
    list(visit, ArticleKind::News, asked).await
}

/// `GET /help`
pub(crate) async fn help(visit: Visit, Query(asked): Query<After>) -> Answer {
    list(visit, ArticleKind::Help, asked).await
}

async fn list(visit: Visit, kind: ArticleKind, asked: After) -> Answer {
    let request = page_request(asked.after.as_deref())?;
    let tx = visit.read().await?;
    let found = list_articles(&tx, kind, Audience::Public, &request).await?;
    let works = visit.caller().role.is_staff() && visit.caller().role != Role::ApiClient;
    let staff = if works && asked.after.is_none() {
        list_articles(&tx, kind, Audience::Staff, &request).await?.items
    } else {
        Vec::new()
    };
    let path = format!("/{}", kind.as_str());
    let line = |line: ArticleLine| Line {
        href: visit.url(&format!("{path}/{}", line.slug)),
        title: line.title.get(visit.locale()).to_owned(),
        lead: line.lead.get(visit.locale()).to_owned(),
        at: line.shown_from,
    };
    visit.render(&ListPage {
        kind: kind.as_str(),
        feed: (kind == ArticleKind::News).then(|| visit.url("/news/feed")),
        first: asked.after.as_ref().map(|_| visit.url(&path)),
        next: next_url(&visit, &path, "", found.next.as_ref()),
        articles: found.items.into_iter().map(line).collect(),
        staff: staff.into_iter().map(line).collect(),
    })
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/articles/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = || Line {
            href: format!("/{locale}/news/jauns"),
            title: "Jauna iespēja".to_owned(),
            lead: "Īsi par to <visu>.".to_owned(),
            at: DateTime::UNIX_EPOCH,
        };
        let feed = Some(format!("/{locale}/news/feed"));
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![
            Self { kind: "news", articles: vec![line(), line()], staff: Vec::new(), feed, first, next },
            Self { kind: "help", articles: vec![line()], staff: vec![line()], feed: None, first: None, next: None },
            Self { kind: "help", articles: Vec::new(), staff: Vec::new(), feed: None, first: None, next: None },
        ]
    }
}
