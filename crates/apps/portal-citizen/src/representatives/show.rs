//! One of those who act for the company: which services they may use, found by code or words.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, Query};
use catalogue::{SearchIndex, ServiceFilter, ServiceListItem, ServiceState, search_services, services_by_codes};
use chrono::NaiveDate;
use kernel::{Error, Locale, PageRequest, Remit, RepresentationId, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

use crate::names::foreign;
use crate::own::{Choice, by_code};
use crate::search::typed;

/// So many services are shown for the words.
const FOUND: u64 = 10;

#[derive(Debug, Serialize)]
struct ServiceRow {
    code: String,
    name: String,
    /// The language of the name, where it is not that of the page.
    lang: Option<&'static str>,
    href: String,
    /// It can no longer be requested.
    closed: bool,
    /// Whether the person may use it already.
    assigned: bool,
}

/// Context of `representatives/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct RepresentativePage {
    href: String,
    name: String,
    /// Masked.
    code: Option<String>,
    ground: &'static str,
    since: NaiveDate,
    /// Management: nothing is changed here.
    fixed: bool,
    /// `all` or `chosen`.
    scope: &'static str,
    scopes: Vec<Choice>,
    assigned: Vec<ServiceRow>,
    q: String,
    found: Vec<ServiceRow>,
    revision: i64,
    errors: FormErrors,
}

/// `?q=`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// `GET /representatives/{id}`
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    visit.render(&RepresentativePage::load(&tx, &visit, right(&id)?, &asked.q, FormErrors::none()).await?)
}

/// The right that an address names.
pub(super) fn right(text: &str) -> Result<RepresentationId> {
    text.parse().map_err(|_| Error::not_found("representation"))
}

impl RepresentativePage {
    pub(super) async fn load(
        tx: &Read,
        visit: &Visit,
        id: RepresentationId,
        q: &str,
        errors: FormErrors,
    ) -> Result<Self> {
        let one = identity::representative(tx, id).await?;
        let q = typed(q);
        let (assigned, found) = match one.remit.codes() {
            Some(codes) => (assigned(tx, visit, codes).await?, found(tx, visit, &q, &one.remit).await?),
            None => (Vec::new(), Vec::new()),
        };
        Ok(Self {
            href: visit.url(&format!("/representatives/{id}")),
            name: one.name,
            code: one.code,
            ground: one.ground.as_str(),
            since: one.since,
            fixed: one.ground.is_management(),
            scope: if one.remit == Remit::All { "all" } else { "chosen" },
            scopes: scopes(|key| visit.text(key)),
            assigned,
            q,
            found,
            revision: one.revision,
            errors,
        })
    }
}

fn scopes(words: impl Fn(&str) -> String) -> Vec<Choice> {
    let choice = |value: &str| Choice {
        hint: Some(words(&format!("represent-scope-{value}-hint"))),
        ..Choice::new(value, words(&format!("represent-scope-{value}")))
    };
    vec![choice("chosen"), choice("all")]
}

/// The assigned services, also those that are closed meanwhile.
async fn assigned(tx: &Read, visit: &Visit, codes: &BTreeSet<String>) -> Result<Vec<ServiceRow>> {
    let codes: Vec<String> = codes.iter().cloned().collect();
    let mut items = services_by_codes(tx, &codes).await?;
    by_code(&mut items);
    Ok(items.into_iter().map(|item| row(visit, item, true)).collect())
}

/// The services that can be requested and match: the one with this very code first.
async fn found(tx: &Read, visit: &Visit, q: &str, remit: &Remit) -> Result<Vec<ServiceRow>> {
    if q.is_empty() {
        return Ok(Vec::new());
    }
    let mut items = services_by_codes(tx, &[q.to_owned()]).await?;
    items.retain(|item| item.state == ServiceState::Open);
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    if index.is_built() {
        let filter = ServiceFilter::default();
        let more = search_services(tx, index, q, &filter, &PageRequest::first(FOUND)).await?.page.items;
        items.extend(more.into_iter().filter(|item| item.code != q));
    }
    Ok(items
        .into_iter()
        .map(|item| (remit.covers(&item.code), item))
        .map(|(has, item)| row(visit, item, has))
        .collect())
}

fn row(visit: &Visit, item: ServiceListItem, assigned: bool) -> ServiceRow {
    let locale = visit.locale();
    ServiceRow {
        name: item.name.get(locale).to_owned(),
        lang: foreign(&item.name, locale),
        href: visit.url(&format!("/services/{}", item.code)),
        closed: item.state == ServiceState::Closed,
        assigned,
        code: item.code,
    }
}

impl Template for RepresentativePage {
    const NAME: &'static str = "citizen/representatives/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let service = |name: &str, lang, closed, assigned| ServiceRow {
            code: "1004".to_owned(),
            name: name.to_owned(),
            lang,
            href: format!("/{locale}/services/1004"),
            closed,
            assigned,
        };
        let words = |key: &str| if key.ends_with("hint") { "Īsi par to".to_owned() } else { key.to_owned() };
        let plain = || Self {
            href: format!("/{locale}/representatives/1"),
            name: "Edgars Apse".to_owned(),
            code: Some("32••••-•••48".to_owned()),
            ground: "authorised",
            since: NaiveDate::default(),
            fixed: false,
            scope: "chosen",
            scopes: scopes(words),
            assigned: Vec::new(),
            q: String::new(),
            found: Vec::new(),
            revision: 1,
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(None, "Pakalpojumu ir par daudz.");
        errors.add(Some("scope"), "Izvēlieties.");
        vec![
            plain(),
            Self {
                assigned: vec![
                    service("Apbedīšanas pabalsts", None, false, true),
                    service("Old", Some("en"), true, true),
                ],
                q: "pabalsts".to_owned(),
                found: vec![
                    service("Apbedīšanas pabalsts", None, false, true),
                    service("Cits <pabalsts>", None, false, false),
                ],
                errors,
                ..plain()
            },
            Self { q: "<x>".to_owned(), ..plain() },
            Self { scope: "all", ..plain() },
            Self { fixed: true, scope: "all", ground: "board-member", ..plain() },
        ]
    }
}
