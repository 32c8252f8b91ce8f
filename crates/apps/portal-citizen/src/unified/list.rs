//! The list of unified services.

use axum::extract::Query;
use catalogue::TemplateState;
use i18n::Args;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::{After, next_url, page_request};

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    summary: String,
    code: String,
    holders: String,
}

/// Context of `unified/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct UnifiedListPage {
    services: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /unified`
pub(crate) async fn list(visit: Visit, Query(asked): Query<After>) -> Answer {
    let request = page_request(asked.after.as_deref())?;
    let tx = visit.read().await?;
    let found = catalogue::templates(&tx, &[TemplateState::Published], &request).await?;
    let line = |template: catalogue::TemplateLine| {
        let mut values = Args::new();
        values.set("count", i64::try_from(template.members).unwrap_or(i64::MAX));
        Line {
            href: visit.url(&format!("/unified/{}", template.code)),
            name: template.name.get(visit.locale()).to_owned(),
            summary: template.summary.get(visit.locale()).to_owned(),
            code: template.code,
            holders: visit.text_with("unified-holders", &values),
        }
    };
    visit.render(&UnifiedListPage {
        next: next_url(&visit, "/unified", "", found.next.as_ref()),
        first: asked.after.map(|_| visit.url("/unified")),
        services: found.items.into_iter().map(line).collect(),
    })
}

impl Template for UnifiedListPage {
    const NAME: &'static str = "citizen/unified/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = Line {
            href: format!("/{locale}/unified/V101"),
            name: "Būvatļauja <paraugs>".to_owned(),
            summary: "Saņemiet atļauju būvēt.".to_owned(),
            code: "V101".to_owned(),
            holders: "18 iestādēs".to_owned(),
        };
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![Self { services: vec![line], first, next }, Self { services: Vec::new(), first: None, next: None }]
    }
}
