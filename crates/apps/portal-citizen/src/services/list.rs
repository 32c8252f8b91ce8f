//! The list of services: search, what it can be narrowed by, and whether it helped (POR-08, POR-15).

use super::facets::{self, Group, Labels, Picked};
use crate::guides::{Beside, GuideIndex, GuideLine};
use crate::names::{Link, Names, foreign, next_url, page_request, text_of};
use crate::own::own_municipality;
use crate::search::{Tab, TabLink, counts, tabs, typed};
use crate::unified::{Families, FamilyLine};
use axum::extract::Query;
use catalogue::{
    Chosen, FacetName, FindServices, Online, SearchIndex, ServiceFilter, ServiceListItem, ServiceState, WHOLE_COUNTRY,
    find_services, list_services_once, online_of,
};
use kernel::{Locale, PageRequest, Result, ServiceId};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::Read;
use web_kit::{Answer, Template, Visit};

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
    /// Whether it can be requested on-line, here or on a site of its institution.
    online: bool,
    /// Company management did not assign it to the visitor.
    unassigned: bool,
}

impl ServiceLine {
    /// Lines for the items of a list, a family of unified services as one line.
    pub(crate) async fn of(tx: &Read, visit: &Visit, items: Vec<ServiceListItem>) -> Result<Vec<Self>> {
        let families = Families::of(tx, &items).await?;
        Self::tagged(tx, visit, &families, items).await
    }

    /// The same where nothing is said of whether they can be requested on-line.
    pub(crate) async fn untagged(tx: &Read, visit: &Visit, items: Vec<ServiceListItem>) -> Result<Vec<Self>> {
        let families = Families::of(tx, &items).await?;
        Self::lines(tx, visit, &families, &BTreeMap::new(), items).await
    }

    /// A line for each item: where a municipality or an institution is picked, or services are assigned, each is meant.
    pub(crate) async fn each(tx: &Read, visit: &Visit, items: Vec<ServiceListItem>) -> Result<Vec<Self>> {
        Self::tagged(tx, visit, &Families::default(), items).await
    }

    async fn tagged(tx: &Read, visit: &Visit, families: &Families, items: Vec<ServiceListItem>) -> Result<Vec<Self>> {
        let online = online_of(tx, &items.iter().collect::<Vec<_>>()).await?;
        Self::lines(tx, visit, families, &online, items).await
    }

    async fn lines(
        tx: &Read,
        visit: &Visit,
        families: &Families,
        online: &BTreeMap<ServiceId, Online>,
        items: Vec<ServiceListItem>,
    ) -> Result<Vec<Self>> {
        let items = families.once(items);
        let names = Names::of(tx, visit, items.iter().map(|item| item.holder)).await?;
        let line = |item: ServiceListItem| match families.line(visit, item.id) {
            Some(family) => Self::family(family),
            None => Self::service(visit, &names, online.contains_key(&item.id), item),
        };
        Ok(items.into_iter().map(line).collect())
    }

    /// A service that stands alone.
    fn service(visit: &Visit, names: &Names, online: bool, item: ServiceListItem) -> Self {
        let locale = visit.locale();
        Self {
            href: visit.url(&format!("/services/{}", item.code)),
            name: item.name.get(locale).to_owned(),
            summary: item.summary.get(locale).to_owned(),
            lang: foreign(&item.name, locale),
            holder: names.get(item.holder),
            closed: item.state == ServiceState::Closed,
            online,
            unassigned: !visit.caller().may_use(&item.code),
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
            unassigned: false,
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
            unassigned: lang.is_some(),
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
    /// The categories of what can be found.
    tabs: Vec<TabLink>,
    /// Whether the services alone are wanted, without what is found beside them.
    only: bool,
    /// How many there are; none where the list is read from the register.
    total: Option<u64>,
    /// Whether the words were not found as typed.
    relaxed: bool,
    /// Life situations, news and help that match the words.
    guides: Vec<GuideLine>,
    /// Whether they are only life situations that some of the words name.
    perhaps: bool,
    /// How many life situations, news and help have all the words.
    pages: u64,
    services: Vec<ServiceLine>,
    groups: Vec<Group>,
    picked: Vec<Picked>,
    /// The same list as it concerns the visitor's municipality, or all of it again.
    near: Option<Link>,
    /// The list with the same words and nothing picked.
    clear: Option<String>,
    first: Option<String>,
    next: Option<String>,
    /// Whether people are asked if they found it.
    asks: bool,
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/services/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (groups, picked) = facets::samples(locale);
        let plain = || Self {
            q: String::new(),
            tabs: TabLink::samples(locale),
            only: false,
            total: None,
            relaxed: false,
            guides: Vec::new(),
            perhaps: false,
            pages: 0,
            services: ServiceLine::samples(locale),
            groups: Vec::new(),
            picked: Vec::new(),
            near: None,
            clear: None,
            first: None,
            next: None,
            asks: false,
        };
        let near =
            Link { href: format!("/{locale}/services?q=x&territory=0022000"), name: "Tikai <Cēsu novads>".into() };
        let (first, next) = (Some("/a".to_owned()), Some("/b".to_owned()));
        let clear = Some(format!("/{locale}/services?q=x"));
        let q = || "bērns".to_owned();
        vec![
            Self { first, next, ..plain() },
            Self {
                q: q(),
                total: Some(3),
                guides: GuideLine::samples(locale),
                pages: 3,
                groups,
                near: Some(near),
                asks: true,
                ..plain()
            },
            Self { q: q(), total: Some(1), picked, clear, relaxed: true, asks: true, only: true, ..plain() },
            Self { q: "<x>".to_owned(), total: Some(0), services: Vec::new(), asks: true, ..plain() },
            Self { q: q(), total: Some(3), guides: GuideLine::samples(locale), perhaps: true, ..plain() },
            Self { q: q(), total: Some(3), guides: GuideLine::samples(locale), pages: 3, relaxed: true, ..plain() },
            Self {
                q: "<x>".to_owned(),
                total: Some(0),
                guides: GuideLine::samples(locale),
                pages: 1,
                services: Vec::new(),
                ..plain()
            },
            Self {
                q: "<x>".to_owned(),
                total: Some(0),
                guides: GuideLine::samples(locale),
                perhaps: true,
                services: Vec::new(),
                ..plain()
            },
        ]
    }
}

/// `GET /services`
pub(crate) async fn list(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let value = |name: &str| asked.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let (q, only) = (typed(value("q").unwrap_or_default()), value("in") == Some("services"));
    let after = value("after").filter(|after| !after.is_empty());
    let request = page_request(after)?;
    let chosen = facets::chosen(&asked);
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    let tx = visit.read().await?;
    if !index.is_built() {
        return from_register(&visit, &tx, q, &request).await;
    }
    let states = if q.is_empty() { vec![ServiceState::Open] } else { vec![ServiceState::Open, ServiceState::Closed] };
    let find = FindServices { words: q.clone(), states, chosen, page: request };
    let found = find_services(&tx, index, &find).await?;
    let whole = !only && find.chosen.is_empty();
    let services = match find.chosen.means_each() {
        true => ServiceLine::each(&tx, &visit, found.page.items).await?,
        false => ServiceLine::of(&tx, &visit, found.page.items).await?,
    };
    let beside = match after.is_none() && whole {
        true => visit.state().part::<Arc<GuideIndex>>()?.beside(&tx, index, &visit, &q).await?,
        false => Beside::default(),
    };
    let as_typed = (!found.relaxed).then_some(found.total);
    // Words that came along from another tab, and those that are only narrowed, are no new search.
    if !q.is_empty() && after.is_none() && find.chosen.is_empty() && value("seen").is_none() {
        // Who is led to a life situation or an article was answered too.
        let results = as_typed.unwrap_or_default() + beside.pages();
        index.tally().searched(visit.now(), &q, visit.locale(), results);
    }
    let counted = if find.chosen.is_empty() { counts(as_typed, &beside) } else { Vec::new() };
    let labels = Labels::of(&tx, &visit, &found.counts, &find.chosen).await?;
    let address = [only.then(|| "in=services".to_owned()), Some(facets::address(&q, &find.chosen))];
    let address = address.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&");
    let query = if address.is_empty() { String::new() } else { format!("{address}&") };
    let clear = format!("/services?{}", facets::address(&q, &catalogue::Chosen::default()));
    visit.render(&ListPage {
        tabs: tabs(&visit, &q, if whole { Tab::All } else { Tab::Services }, &counted),
        only,
        perhaps: beside.perhaps,
        pages: beside.pages(),
        guides: beside.lines,
        services,
        total: Some(found.total),
        relaxed: found.relaxed,
        groups: labels.groups(&found.counts, &find.chosen),
        picked: labels.picked(&q, &find.chosen),
        near: near(&tx, &visit, &q, &find.chosen).await?,
        clear: (!find.chosen.is_empty()).then(|| visit.url(clear.trim_end_matches('?'))),
        first: after.map(|_| visit.url(format!("/services?{address}").trim_end_matches('?'))),
        next: next_url(&visit, "/services", &query, found.page.next.as_ref()),
        asks: !q.is_empty(),
        q,
    })
}

/// The way to what is given in the visitor's own municipality or in the whole country, and back to everything (POR-09).
/// Where a municipality is picked alone, to those of the whole country besides: they are given there too.
async fn near(tx: &Read, visit: &Visit, q: &str, chosen: &Chosen) -> Result<Option<Link>> {
    let picked: Vec<&str> = chosen.of(FacetName::Territory).collect();
    let link = |name: String, chosen: &Chosen| {
        let address = facets::address(q, chosen);
        Some(Link { href: visit.url(format!("/services?{address}").trim_end_matches('?')), name })
    };
    if !picked.is_empty() && !picked.contains(&WHOLE_COUNTRY) {
        let mut wider = chosen.clone();
        wider.pick(FacetName::Territory, WHOLE_COUNTRY)?;
        return Ok(link(visit.text("finding-with-country"), &wider));
    }
    if !picked.is_empty() {
        let everywhere = picked.iter().fold(chosen.clone(), |rest, code| rest.without(FacetName::Territory, code));
        return Ok(link(visit.text("finding-everywhere"), &everywhere));
    }
    let Some(own) = own_municipality(tx, visit).await? else { return Ok(None) };
    let Some(atvk) = own.atvk.as_deref() else { return Ok(None) };
    let mut narrower = chosen.clone();
    narrower.pick(FacetName::Territory, atvk)?;
    narrower.pick(FacetName::Territory, WHOLE_COUNTRY)?;
    let name = own.name.get(visit.locale()).to_owned();
    Ok(link(text_of(visit, "finding-own-place", "place", name), &narrower))
}

/// While the index is being built for the first time: everything in the order of the codes.
async fn from_register(visit: &Visit, tx: &Read, q: String, request: &PageRequest) -> Answer {
    let found = list_services_once(tx, &ServiceFilter::default(), request).await?;
    visit.render(&ListPage {
        tabs: tabs(visit, &q, Tab::All, &[]),
        only: false,
        next: next_url(visit, "/services", "", found.next.as_ref()),
        first: request.after.as_ref().map(|_| visit.url("/services")),
        guides: Vec::new(),
        perhaps: false,
        pages: 0,
        services: ServiceLine::of(tx, visit, found.items).await?,
        total: None,
        relaxed: !q.is_empty(),
        groups: Vec::new(),
        picked: Vec::new(),
        near: None,
        clear: None,
        asks: false,
        q,
    })
}
