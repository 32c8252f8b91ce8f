//! The first page: search, life situations, own municipality, themes, what is used most, news.

use ::cases::{WaitingCase, own_waiting};
use catalogue::{Category, CategoryKind, SituationBranch, SituationLine, View, browse_services, category_counts};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{PageRequest, Result, Role};
use knowledge::{ArticleKind, Audience};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Visit};

use crate::names::{Link, service_names};
use crate::own::{Own, assigned};
use crate::services::ServiceLine;
use crate::themes::{THEMES, situation_icon};

/// So many life situations of each branch are shown here; the rest is one click away.
const SITUATIONS: usize = 9;
/// So many assigned services; the rest is one click away.
const FEW: usize = 6;
/// So many services of the own municipality.
const OWN: u64 = 6;
/// Among so many of the own applications those are looked for that wait; the others stand in their list.
const NEWEST: u64 = 25;
/// So many news.
const NEWS: u64 = 3;

/// A life situation or a theme.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Tile {
    pub(crate) href: String,
    pub(crate) icon: &'static str,
    pub(crate) name: String,
    pub(crate) text: String,
    /// How many services, for a theme.
    pub(crate) count: Option<i64>,
}

/// The life situations of a branch.
#[derive(Debug, Serialize)]
pub(crate) struct Branch {
    pub(crate) word: &'static str,
    pub(crate) tiles: Vec<Tile>,
    pub(crate) all: Option<String>,
}

/// The services of the own municipality.
#[derive(Debug, Serialize)]
pub(crate) struct OwnPart {
    pub(crate) name: String,
    pub(crate) services: Vec<ServiceLine>,
    pub(crate) href: String,
}

/// One piece of news.
#[derive(Debug, Serialize)]
pub(crate) struct News {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) at: DateTime<Utc>,
}

/// An application in which an institution waits for the visitor.
#[derive(Debug, Serialize)]
pub(crate) struct Waiting {
    pub(crate) href: String,
    pub(crate) name: String,
    /// The last day for the answer.
    pub(crate) answer_by: Option<NaiveDate>,
}

/// Context of `home/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct HomePage {
    /// Applications in which the visitor must act, of the newest ones.
    pub(super) waiting: Vec<Waiting>,
    pub(super) place: Option<String>,
    pub(super) branches: Vec<Branch>,
    pub(super) own: Option<OwnPart>,
    pub(super) themes: Vec<Tile>,
    pub(super) ways: Vec<Link>,
    pub(super) popular: Vec<ServiceLine>,
    pub(super) company: Option<Vec<ServiceLine>>,
    /// Whether `company` are the services that management assigned to the visitor, and no others.
    pub(super) limited: bool,
    /// Whether the visitor decides who acts for the company.
    pub(super) manages: bool,
    pub(super) news: Vec<News>,
}

/// `GET /`
pub(crate) async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let own = Own::of(&tx, &visit).await?;
    let place = own.municipality.as_ref().map(|one| one.name.get(visit.locale()).to_owned());
    let popular = catalogue::popular_services(&tx).await?;
    visit.render(&HomePage {
        waiting: waiting(&tx, &visit).await?,
        place,
        branches: branches(&tx, &visit, own.is_company()).await?,
        own: own_part(&tx, &visit, &own).await?,
        themes: themes(&tx, &visit, &own).await?,
        ways: ways(&visit),
        popular: ServiceLine::untagged(&tx, &visit, popular.into_iter().take(6).collect()).await?,
        company: if own.is_company() { Some(for_companies(&tx, &visit, &own).await?) } else { None },
        limited: visit.caller().remit.codes().is_some(),
        manages: identity::manages_company(visit.caller()),
        news: news(&tx, &visit).await?,
    })
}

/// The applications in which an institution waits for the visitor: nobody should have to look for a question.
async fn waiting(tx: &Read, visit: &Visit) -> Result<Vec<Waiting>> {
    if visit.caller().role != Role::Client {
        return Ok(Vec::new());
    }
    let asked = own_waiting(tx, NEWEST).await?;
    let names = service_names(tx, visit, asked.iter().map(|one| one.case.service.clone())).await?;
    let line = |WaitingCase { case, answer_due }: &WaitingCase| Waiting {
        href: visit.url(&format!("/cases/{}", case.number.slug())),
        name: format!("{} – {}", names.get(&case.service).unwrap_or(&case.service), case.number),
        answer_by: answer_due.map(kernel::riga_date),
    };
    Ok(asked.iter().map(line).collect())
}

/// Life situations by branch; those of businesses come first for who acts for a company.
async fn branches(tx: &Read, visit: &Visit, company_first: bool) -> Result<Vec<Branch>> {
    let mut order = SituationBranch::ALL.to_vec();
    if company_first {
        order.reverse();
    }
    let mut found = Vec::new();
    for branch in order {
        let lines = catalogue::list_situations(tx, Some(branch)).await?;
        let more = lines.len() > SITUATIONS;
        let tiles = lines.into_iter().take(SITUATIONS).map(|line| situation_tile(visit, line)).collect();
        let all = more.then(|| visit.url(&format!("/life#{}", branch.as_str())));
        found.push(Branch { word: branch.as_str(), tiles, all });
    }
    found.retain(|branch| !branch.tiles.is_empty());
    Ok(found)
}

pub(crate) fn situation_tile(visit: &Visit, line: SituationLine) -> Tile {
    Tile {
        href: visit.url(&format!("/life/{}", line.slug)),
        icon: situation_icon(&line.slug),
        name: line.title.get(visit.locale()).to_owned(),
        text: line.summary.get(visit.locale()).to_owned(),
        count: None,
    }
}

/// The services that only the own municipality has; none when none is chosen.
async fn own_part(tx: &Read, visit: &Visit, own: &Own) -> Result<Option<OwnPart>> {
    let Some(municipality) = &own.municipality else { return Ok(None) };
    let Some(atvk) = &municipality.atvk else { return Ok(None) };
    let view = View { own_only: true, ..own.view() };
    let found = browse_services(tx, &Category::all(), &view, &PageRequest::first(OWN)).await?;
    Ok(Some(OwnPart {
        name: municipality.name.get(visit.locale()).to_owned(),
        services: ServiceLine::untagged(tx, visit, found.items).await?,
        href: visit.url(&format!("/browse/municipality/{atvk}")),
    }))
}

/// What a company may request, first of all; for whom management assigned services to, those.
async fn for_companies(tx: &Read, visit: &Visit, own: &Own) -> Result<Vec<ServiceLine>> {
    if let Some(mut items) = assigned(tx, visit).await? {
        items.truncate(FEW);
        return ServiceLine::each(tx, visit, items).await;
    }
    let found = browse_services(tx, &Category::all(), &own.view(), &PageRequest::first(OWN)).await?;
    ServiceLine::untagged(tx, visit, found.items).await
}

/// The themes that hold services.
pub(crate) async fn themes(tx: &Read, visit: &Visit, own: &Own) -> Result<Vec<Tile>> {
    let counts = category_counts(tx, CategoryKind::Theme).await?;
    let tile = |(division, icon): &(&str, &'static str)| {
        let count = counts.iter().find(|count| count.value == *division)?.services;
        Some(Tile {
            href: visit.url(&format!("/browse/theme/{division}")),
            icon,
            name: visit.text(&format!("theme-{division}")),
            text: visit.text(&format!("theme-{division}-hint")),
            count: own.counted(count),
        })
    };
    Ok(THEMES.iter().filter_map(tile).collect())
}

/// The other ways to browse.
fn ways(visit: &Visit) -> Vec<Link> {
    let way = |path: &str, key: &str| Link { href: visit.url(path), name: visit.text(key) };
    vec![
        way("/browse/channel/electronic", "browse-way-online"),
        way("/browse/clients/company", "browse-way-companies"),
        way("/browse/institution", "browse-way-institutions"),
        way("/browse/municipality", "browse-way-municipalities"),
        way("/services", "home-all"),
    ]
}

async fn news(tx: &Read, visit: &Visit) -> Result<Vec<News>> {
    let page = knowledge::list_articles(tx, ArticleKind::News, Audience::Public, &PageRequest::first(NEWS)).await?;
    let line = |line: knowledge::ArticleLine| News {
        href: visit.url(&format!("/news/{}", line.slug)),
        title: line.title.get(visit.locale()).to_owned(),
        lead: line.lead.get(visit.locale()).to_owned(),
        at: line.shown_from,
    };
    Ok(page.items.into_iter().map(line).collect())
}
