//! The directory: institutions and how to reach them.

use std::sync::Arc;

use axum::extract::Query;
use catalogue::SearchIndex;
use institutions::{Institution, of_ids};
use kernel::{InstitutionId, Locale};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use super::guides::with_after;
use super::tabs::address;
use super::{Asked, Head, Tab};
use crate::guides::{GuideGroup, GuideIndex, GuideLine};
use crate::institutions::contacts_of;
use crate::names::page_request;
use crate::services::elements::ContactLine;

/// An institution with the ways to reach it.
#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    lang: Option<&'static str>,
    kind: &'static str,
    code: String,
    contacts: Vec<ContactLine>,
}

/// Context of `search/directory.html`.
#[derive(Debug, Serialize)]
pub(crate) struct DirectoryPage {
    head: Head,
    total: u64,
    relaxed: bool,
    institutions: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /search/institutions`: those that fit the words, or all of them.
pub(crate) async fn directory(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (q, request) = (asked.words(), page_request(asked.after())?);
    let tx = visit.read().await?;
    let (services, guides) = (visit.state().part::<Arc<SearchIndex>>()?, visit.state().part::<Arc<GuideIndex>>()?);
    let found = guides.seek(&tx, services, &visit, (&q, GuideGroup::Institutions), &request).await?;
    let ids: Vec<InstitutionId> = found.page.items.iter().filter_map(|line| line.institution).collect();
    let mut known = of_ids(&tx, &ids).await?;
    let line = |line: GuideLine| Some(line_of(line.institution.and_then(|id| known.remove(&id))?, line));
    let lines = found.page.items.into_iter().filter_map(line).collect();
    let here = address(Tab::Institutions.path(), &q);
    visit.render(&DirectoryPage {
        head: Head::new(&visit, Tab::Institutions, &q, Some(found.total)),
        total: found.total,
        relaxed: found.relaxed,
        institutions: lines,
        first: asked.after().map(|_| visit.url(&here)),
        next: found.page.next.map(|next| visit.url(&with_after(&here, &next))),
    })
}

fn line_of(institution: Institution, found: GuideLine) -> Line {
    Line {
        href: found.href,
        name: found.title,
        lang: found.lang,
        kind: institution.kind.as_str(),
        contacts: contacts_of(&institution),
        code: institution.code,
    }
}

impl Template for DirectoryPage {
    const NAME: &'static str = "citizen/search/directory.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |name: &str, lang, contacts| Line {
            href: format!("/{locale}/institutions/VSAA"),
            name: name.to_owned(),
            lang,
            kind: "state_institution",
            code: "VSAA".to_owned(),
            contacts,
        };
        let phone = ContactLine { icon: "phone", href: Some("tel:64507020".to_owned()), text: "6450 7020".to_owned() };
        let found = |q: &str, relaxed| Self {
            head: Head::sample(locale, q),
            total: 2,
            relaxed,
            institutions: vec![
                line("Valsts sociālās <apdrošināšanas> aģentūra", None, vec![phone.clone()]),
                line("Municipality of Molendrecht", Some("en"), Vec::new()),
            ],
            first: Some("/a".to_owned()),
            next: Some("/b".to_owned()),
        };
        let nothing = Self { total: 0, institutions: Vec::new(), first: None, next: None, ..found("<x>", false) };
        vec![found("aģentūra", false), found("agentra", true), nothing]
    }
}
