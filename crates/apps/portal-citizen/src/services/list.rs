//! The list of services with its search box.

use std::sync::Arc;

use axum::extract::Query;
use catalogue::{SearchIndex, ServiceFilter, ServiceListItem, ServiceState, list_services_once, search_services};
use kernel::{Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::names::{Names, foreign, next_url, page_request};
use crate::unified::{Families, FamilyLine};

/// One service in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ServiceLine {
    href: String,
    code: String,
    name: String,
    summary: String,
    /// The language of name and summary, where they are not in the language of the page.
    lang: Option<&'static str>,
    holder: String,
    closed: bool,
    online: bool,
}

impl ServiceLine {
    /// Lines for the items of a list.
    pub(crate) async fn of(tx: &Read, visit: &Visit, items: Vec<ServiceListItem>) -> Result<Vec<Self>> {
        let families = Families::of(tx, &items).await?;
        let items = families.once(items);
        let names = Names::of(tx, visit, items.iter().map(|item| item.holder)).await?;
        let line = |item: ServiceListItem| match families.line(visit, item.id) {
            Some(family) => Self::family(family),
            None => Self::service(visit, &names, item),
        };
        Ok(items.into_iter().map(line).collect())
    }

    /// A service that stands alone.
    fn service(visit: &Visit, names: &Names, item: ServiceListItem) -> Self {
        let locale = visit.locale();
        Self {
            href: visit.url(&format!("/services/{}", item.code)),
            name: item.name.get(locale).to_owned(),
            summary: item.summary.get(locale).to_owned(),
            lang: foreign(&item.name, locale),
            holder: names.get(item.holder),
            closed: item.state == ServiceState::Closed,
            online: item.form_key.is_some(),
            code: item.code,
        }
    }

    /// A family of services, in one line.
    fn family(family: FamilyLine) -> Self {
        Self {
            href: family.href,
            code: family.code,
            name: family.name,
            summary: family.summary,
            lang: None,
            holder: family.holders,
            closed: false,
            online: false,
        }
    }

    /// Invented lines.
    pub(crate) fn samples(locale: Locale) -> Vec<Self> {
        let line = |name: &str, lang, closed, online| Self {
            href: format!("/{locale}/services/1001"),
            code: "1001".to_owned(),
            name: name.to_owned(),
            summary: "Vienreizējs pabalsts vecākam <1 bērns>".to_owned(),
            lang,
            holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            closed,
            online,
        };
        vec![
            line("Bērna piedzimšanas pabalsts", None, false, true),
            line("Vēsturisks pakalpojums", None, true, false),
            line("Other", Some("en"), false, false),
        ]
    }
}

/// Context of `services/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    q: String,
    services: Vec<ServiceLine>,
    first: Option<String>,
    next: Option<String>,
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/services/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        vec![
            Self { q: String::new(), services: ServiceLine::samples(locale), first, next },
            Self { q: "bērns".to_owned(), services: ServiceLine::samples(locale), first: None, next: None },
            Self { q: "<x>".to_owned(), services: Vec::new(), first: None, next: None },
        ]
    }
}

/// `?q=` and `?after=`
#[derive(Debug, Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: String,
    after: Option<String>,
}

/// `GET /services`
pub(crate) async fn list(visit: Visit, Query(search): Query<Search>) -> Answer {
    let q: String = search.q.trim().chars().take(200).collect();
    let request = page_request(search.after.as_deref())?;
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    let tx = visit.read().await?;
    let found = if q.is_empty() {
        list_services_once(&tx, &ServiceFilter::default(), &request).await?
    } else {
        let states = vec![ServiceState::Open, ServiceState::Closed];
        let filter = ServiceFilter { states, ..ServiceFilter::default() };
        search_services(&tx, index, &q, &filter, &request).await?.page
    };
    let query = if q.is_empty() { String::new() } else { format!("q={}&", web_kit::percent(&q)) };
    let next = next_url(&visit, "/services", &query, found.next.as_ref());
    let first = search.after.map(|_| visit.url(&format!("/services?{query}")));
    visit.render(&ListPage { services: ServiceLine::of(&tx, &visit, found.items).await?, q, first, next })
}
