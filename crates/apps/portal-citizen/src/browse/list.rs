//! The services of one category, first those of the visitor's own view.

use axum::extract::{Path, Query};
use catalogue::{Category, Clients, View, browse_services, browse_services_once};
use kernel::{Channel, Cursor, Error, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::names::{Link, page_request};
use crate::own::{Own, assigned, municipalities};
use crate::services::ServiceLine;
use crate::themes::is_theme;

/// Context of `browse/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    title: String,
    lead: Option<String>,
    /// The page above in the crumbs.
    above: Option<Link>,
    /// For whom the list is shown, when it does not show everything.
    view: Option<String>,
    /// The list without that limit, or with it again.
    whole: Option<String>,
    narrow: Option<String>,
    services: Vec<ServiceLine>,
    /// Whether these are the services that company management assigned to the visitor.
    assigned: bool,
    /// Of a municipality: the services of the whole country.
    country: Option<String>,
    first: Option<String>,
    next: Option<String>,
}

/// `?after=` and `?all=1`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    after: Option<String>,
    #[serde(default)]
    all: String,
}

/// A category with its words, and the view that it prescribes.
struct Chosen {
    category: Category,
    view: Option<View>,
    /// Whether each service stands alone, as what one place or institution has does.
    each: bool,
    title: String,
    lead: Option<String>,
    above: Option<Link>,
}

/// `GET /browse/{kind}/{value}`
pub(crate) async fn list(
    visit: Visit,
    Path((kind, value)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let request = page_request(asked.after.as_deref())?;
    let tx = visit.read().await?;
    if (kind.as_str(), value.as_str()) == ("clients", "assigned") {
        return visit.render(&ListPage::assigned(&tx, &visit).await?);
    }
    let chosen = chosen(&tx, &visit, &kind, &value).await?;
    let own = Own::of(&tx, &visit).await?;
    let everything = asked.all == "1";
    let limits = own.words(&visit).filter(|_| chosen.view.is_none());
    let view = match &chosen.view {
        Some(view) => view.clone(),
        None if everything => View::default(),
        None => own.view(),
    };
    let found = match chosen.each {
        true => browse_services(&tx, &chosen.category, &view, &request).await?,
        false => browse_services_once(&tx, &chosen.category, &view, &request).await?,
    };
    let path = format!("/browse/{kind}/{}", web_kit::percent(&value));
    let mark = if everything { "all=1&" } else { "" };
    let link = |after: Option<&Cursor>| match after {
        Some(after) => visit.url(&format!("{path}?{mark}after={}", after.as_str())),
        None => visit.url(&format!("{path}?{mark}")).trim_end_matches(['?', '&']).to_owned(),
    };
    visit.render(&ListPage {
        title: chosen.title,
        lead: chosen.lead,
        above: chosen.above,
        whole: limits.as_ref().filter(|_| !everything).map(|_| visit.url(&format!("{path}?all=1"))),
        narrow: limits.as_ref().filter(|_| everything).map(|_| visit.url(&path)),
        view: limits,
        services: match chosen.each {
            true => ServiceLine::each(&tx, &visit, found.items).await?,
            false => ServiceLine::of(&tx, &visit, found.items).await?,
        },
        assigned: false,
        country: (view.own_only).then(|| visit.url("/browse/municipality/LV")),
        first: asked.after.as_ref().map(|_| link(None)),
        next: found.next.as_ref().map(|next| link(Some(next))),
    })
}

impl ListPage {
    /// The services that company management assigned to the visitor, all at once: there are not many. For whom nothing
    /// is limited there is no such list.
    async fn assigned(tx: &Read, visit: &Visit) -> Result<Self> {
        let items = assigned(tx, visit).await?.ok_or_else(|| Error::not_found("category"))?;
        Ok(Self {
            title: visit.text("browse-clients-assigned"),
            lead: Some(visit.text("home-assigned-text")),
            above: None,
            view: None,
            whole: None,
            narrow: None,
            services: ServiceLine::each(tx, visit, items).await?,
            assigned: true,
            country: None,
            first: None,
            next: None,
        })
    }
}

async fn chosen(tx: &Read, visit: &Visit, kind: &str, value: &str) -> Result<Chosen> {
    let unknown = || Error::not_found("category");
    let plain = |category, title, lead, above| Chosen { category, view: None, each: false, title, lead, above };
    let above = |kind: &str| {
        let name = visit.text(&format!("browse-{kind}"));
        Some(Link { href: visit.url(&format!("/browse/{kind}")), name })
    };
    Ok(match kind {
        "theme" if is_theme(value) => {
            let (title, hint) = (visit.text(&format!("theme-{value}")), visit.text(&format!("theme-{value}-hint")));
            plain(Category::theme(value), title, Some(hint), None)
        }
        "channel" => {
            let channel: Channel = value.parse().map_err(|_| unknown())?;
            plain(Category::channel(channel), visit.text(&format!("browse-channel-{channel}")), None, None)
        }
        "institution" => {
            let id = value.parse().map_err(|_| unknown())?;
            let found = institutions::find(tx, id).await.map_err(|_| unknown())?;
            let name = found.name.get(visit.locale()).to_owned();
            Chosen { each: true, ..plain(Category::holder(id), name, None, above("institution")) }
        }
        "clients" => {
            let clients = match value {
                "person" => Clients::Persons,
                "company" => Clients::Companies,
                _ => return Err(unknown()),
            };
            let view = Some(View { clients: Some(clients), ..View::default() });
            let title = visit.text(&format!("browse-clients-{value}"));
            Chosen { category: Category::all(), view, each: false, title, lead: None, above: None }
        }
        "municipality" => place(tx, visit, value, above("municipality")).await?.ok_or_else(unknown)?,
        _ => return Err(unknown()),
    })
}

/// The services of one municipality, or those of the whole country.
async fn place(tx: &Read, visit: &Visit, atvk: &str, above: Option<Link>) -> Result<Option<Chosen>> {
    let whole = atvk == "LV";
    let found = municipalities(tx, visit.locale()).await?.into_iter().find(|one| one.atvk.as_deref() == Some(atvk));
    let title = match (&found, whole) {
        (Some(one), _) => one.name.get(visit.locale()).to_owned(),
        (None, true) => visit.text("service-territory-country"),
        (None, false) => return Ok(None),
    };
    let view = Some(View { municipality: Some(atvk.to_owned()), own_only: !whole, clients: None });
    let lead = (!whole).then(|| visit.text("browse-place-lead"));
    Ok(Some(Chosen { category: Category::all(), view, each: !whole, title, lead, above }))
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/browse/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let link = |name: &str| Link { href: format!("/{locale}/browse/institution"), name: name.to_owned() };
        let list = |view: Option<&str>, everything: bool| Self {
            title: "Ģimene un sociālā palīdzība".to_owned(),
            lead: Some("Pabalsti un pensijas".to_owned()),
            above: (!everything).then(|| link("Iestādes")),
            view: view.map(str::to_owned),
            whole: view.filter(|_| !everything).map(|_| "/a?all=1".to_owned()),
            narrow: view.filter(|_| everything).map(|_| "/a".to_owned()),
            services: ServiceLine::samples(locale),
            assigned: false,
            country: None,
            first: Some("/a".to_owned()),
            next: Some("/b".to_owned()),
        };
        let empty = Self {
            services: Vec::new(),
            lead: None,
            country: Some("/c".to_owned()),
            first: None,
            next: None,
            ..list(None, false)
        };
        let nothing = Self { services: Vec::new(), assigned: true, first: None, next: None, ..list(None, false) };
        vec![list(Some("Cēsu novads · iedzīvotājiem"), false), list(Some("Cēsu novads"), true), empty, nothing]
    }
}
