//! `/work/internal`: services that staff of one institution request from another. Nobody outside sees them.

use crate::parts::{Asked, LINES, Paging, either, page_asked};
use catalogue::{ServiceListItem, internal_services};
use kernel::{InstitutionId, LangText, Locale};
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/internal/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct InternalPage {
    q: String,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    href: String,
    code: String,
    name: String,
    summary: String,
    holder: String,
}

/// A page of internal services, those with all the words that were typed.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let q: String = asked.text("q").chars().take(200).collect();
    let request = page_asked(&asked, LINES)?;
    let tx = visit.read().await?;
    let page = internal_services(&tx, &q, &request).await?;
    let ids: Vec<InstitutionId> = page.items.iter().map(|item| item.holder).collect();
    let names = institutions::names_of(&tx, &ids).await?;
    let path = format!("/work/internal?q={}", web_kit::percent(&q));
    visit.render(&InternalPage {
        paging: Paging::at(&visit, &path, &request, &page),
        rows: page.items.into_iter().map(|item| row(&visit, item, &names)).collect(),
        q,
    })
}

fn row(visit: &Visit, item: ServiceListItem, names: &BTreeMap<InstitutionId, LangText>) -> Row {
    Row {
        href: visit.url(&format!("/services/{}", item.code)),
        name: item.name.get(visit.locale()).to_owned(),
        summary: item.summary.get(visit.locale()).to_owned(),
        holder: names.get(&item.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        code: item.code,
    }
}

impl Template for InternalPage {
    const NAME: &'static str = "work/internal/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = Row {
            href: format!("/{locale}/services/1018"),
            code: "1018".to_owned(),
            name: either(locale, "Piekļuve reģistram", "Access to a register"),
            summary: either(locale, "Iestādes darbiniekam.", "For staff."),
            holder: "VDAA".to_owned(),
        };
        let paging = Paging { first: Some("/a".to_owned()), next: Some("/b".to_owned()) };
        let found = Self { q: "reģistrs".to_owned(), rows: vec![row], paging };
        let nothing = Self { q: "<x>".to_owned(), rows: Vec::new(), paging: Paging::default() };
        vec![found, nothing.clone(), Self { q: String::new(), ..nothing }]
    }
}
