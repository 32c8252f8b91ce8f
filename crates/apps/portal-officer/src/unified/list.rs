//! `/work/templates`: every template the caller may see.

use super::words::counted;
use crate::parts::{Asked, LINES, Paging, either, page_asked};
use catalogue::{TemplateLine, TemplateState};
use kernel::{Locale, Role};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/unified/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TemplatesPage {
    /// Whether the caller writes templates.
    manage: bool,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    name: String,
    href: String,
    state: &'static str,
    scope: &'static str,
    members: String,
}

impl Template for TemplatesPage {
    const NAME: &'static str = "work/unified/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: &str, state: &'static str| Row {
            code: code.to_owned(),
            name: either(locale, "Būvatļauja <paraugs>", "Building permit <example>"),
            href: format!("/{locale}/work/templates/{code}"),
            state,
            scope: "municipalities",
            members: either(locale, "18 pakalpojumu", "18 services"),
        };
        let rows = vec![row("V101", "published"), row("V102", "draft"), row("V103", "withdrawn")];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/templates?after=31")) };
        vec![Self { manage: true, rows, paging }, Self { manage: false, rows: Vec::new(), paging: Paging::default() }]
    }
}

/// A page of the templates.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let request = page_asked(&Fields(asked), LINES)?;
    let page = catalogue::templates(&tx, TemplateState::ALL, &request).await?;
    visit.render(&TemplatesPage {
        manage: visit.caller().role == Role::PlatformAdministrator,
        paging: Paging::at(&visit, "/work/templates", &request, &page),
        rows: page.items.into_iter().map(|line| row(&visit, line)).collect(),
    })
}

fn row(visit: &Visit, line: TemplateLine) -> Row {
    Row {
        href: visit.url(&format!("/work/templates/{}", line.code)),
        name: line.name.get(visit.locale()).to_owned(),
        state: line.state.as_str(),
        scope: line.scope.as_str(),
        members: counted(visit, "template-members", line.members),
        code: line.code,
    }
}
