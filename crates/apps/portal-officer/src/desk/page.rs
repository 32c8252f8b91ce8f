//! Context of the queue.

use super::asked::{DUES, DeskAsked};
use super::panel::{Panel, TypedConsultation};
use crate::parts::{Badge, Choice, Paging, choices, service_names};
use crate::picks::{Among, Meant, Pick};
use cases::{DeskCounts, DeskItem, Tab};
use catalogue::{ServiceFilter, ServiceState};
use chrono::{DateTime, Utc};
use institutions::InstitutionKind;
use kernel::{Channel, InstitutionId, Page, PageRequest, Party, PersonId, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};

/// Context of `work/desk/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DeskPage {
    pub(super) tab: &'static str,
    pub(super) tabs: Vec<TabLink>,
    pub(super) figures: Vec<Figure>,
    pub(super) filters: Filters,
    pub(super) filtered: bool,
    pub(super) unfiltered: String,
    pub(super) channels: Vec<Choice>,
    pub(super) service: Pick,
    /// None where no due days run.
    pub(super) dues: Vec<Choice>,
    pub(super) rows: Vec<Row>,
    pub(super) paging: Paging,
    pub(super) may_take: bool,
    /// Whether requests that came another way can be registered here.
    pub(super) may_register: bool,
    pub(super) consultation: Panel,
    pub(super) errors: FormErrors,
}

/// A tab with how much it holds.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TabLink {
    pub(super) word: &'static str,
    pub(super) href: String,
    pub(super) count: Option<String>,
}

/// A figure above the queue.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figure {
    pub(super) word: &'static str,
    pub(super) count: String,
    /// Where the queue shows just what it counts.
    pub(super) href: Option<String>,
    /// Whether somebody should act on it.
    pub(super) urgent: bool,
}

/// The filters as they were sent.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Filters {
    pub(super) channel: String,
    pub(super) due: String,
}

/// A line of the queue; no client is named.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) href: String,
    pub(super) number: String,
    pub(super) service: String,
    pub(super) due_at: DateTime<Utc>,
    /// Working days that were left when the clock stopped.
    pub(super) left: Option<i32>,
    pub(super) assignee: Option<String>,
    pub(super) mine: bool,
    pub(super) channel: &'static str,
    pub(super) state: &'static str,
    pub(super) sla: Badge,
    pub(super) take: Option<String>,
}

impl DeskPage {
    /// Reads the part of the queue that the address asks for.
    pub async fn read(
        visit: &Visit,
        tx: &Read,
        fields: &Fields,
        typed: Option<TypedConsultation>,
        errors: FormErrors,
    ) -> Result<Self> {
        let own = own_services(tx).await?;
        // Officers work for a provider, unified centres take requests for others; elsewhere there is nothing to register.
        let may_register = own.holder.is_some() || visit.caller().role == Role::Officer || at_centre(tx).await?;
        let meant = Meant::read(visit, tx, Among::Services(own), fields.text("service")).await?;
        let asked = DeskAsked::read(visit, fields, narrowed(&meant))?;
        let query = asked.query(fields, visit.now())?;
        let page = cases::desk(tx, &query).await?;
        let counts = cases::desk_counts(tx).await?;
        let here = |asked: &DeskAsked, after: Option<&kernel::Cursor>| {
            visit.url(&format!("/work/desk?{}", asked.pairs(after)))
        };
        let of_service = |code: &str| here(&DeskAsked { service: Some(code.to_owned()), ..asked.clone() }, None);
        let service = meant.pick(tx, visit.locale()).await?.linked(of_service);
        let consulted = consulted(visit, tx, typed.as_ref(), &service).await?;
        Ok(Self {
            tab: asked.tab.as_str(),
            tabs: tabs(visit, counts),
            figures: figures(visit, counts),
            filters: filters(&asked),
            filtered: asked.is_filtered(),
            unfiltered: here(&asked.unfiltered(), None),
            channels: choices(visit, "work-channel", Channel::ALL.map(Channel::as_str)),
            service,
            dues: if asked.tab.has_due_days() { choices(visit, "work-due", DUES) } else { Vec::new() },
            paging: Paging::new(&query.page, &page, |after| here(&asked, after)),
            rows: rows(visit, tx, page).await?,
            may_take: visit.caller().role == Role::Officer,
            may_register,
            consultation: Panel::new(visit, tx, &asked.pairs(None), consulted, typed).await?,
            errors,
        })
    }
}

fn tabs(visit: &Visit, counts: DeskCounts) -> Vec<TabLink> {
    let count = |tab| match tab {
        Tab::Mine => Some(counts.mine),
        Tab::Team => Some(counts.team),
        Tab::Unassigned => Some(counts.unassigned),
        Tab::Waiting => Some(counts.waiting),
        Tab::Delivered => Some(counts.delivered),
        Tab::Done => None,
    };
    let shown = Tab::ALL.iter().copied().filter(|tab| *tab != Tab::Mine || visit.caller().role == Role::Officer);
    let link = |tab: Tab| TabLink {
        word: tab.as_str(),
        href: visit.url(&format!("/work/desk?tab={}", tab.as_str())),
        count: count(tab).map(counted),
    };
    shown.map(link).collect()
}

/// How the day goes.
fn figures(visit: &Visit, counts: DeskCounts) -> Vec<Figure> {
    let figure = |word, count, part: Option<&str>, urgent| Figure {
        word,
        count: counted(count),
        href: part.map(|part| visit.url(&format!("/work/desk?tab={part}"))),
        urgent: urgent && count > 0,
    };
    vec![
        figure("team", counts.team, Some("team"), false),
        figure("late", counts.late, Some("team&due=late"), true),
        figure("today", counts.due_today, None, false),
        figure("closed", counts.closed_today, None, false),
    ]
}

fn counted(count: usize) -> String {
    if count >= DeskCounts::MOST { format!("{}+", DeskCounts::MOST - 1) } else { count.to_string() }
}

fn filters(asked: &DeskAsked) -> Filters {
    Filters {
        channel: asked.channel.map(|channel| channel.as_str().to_owned()).unwrap_or_default(),
        due: asked.due.unwrap_or_default().to_owned(),
    }
}

/// The services of a holder, or of all, that a case or a consultation can be about.
pub fn services_of(holder: Option<InstitutionId>) -> ServiceFilter {
    let states = vec![ServiceState::Open, ServiceState::Closed];
    ServiceFilter { states, holder, client_circle: None, internal: true }
}

/// Those of the caller's institution; of all where it holds none.
pub async fn own_services(tx: &Read) -> Result<ServiceFilter> {
    let own = services_of(Some(tx.caller().require_institution()?));
    let some = catalogue::list_services(tx, &own, &PageRequest::first(1)).await?;
    Ok(if some.items.is_empty() { services_of(None) } else { own })
}

/// Whether the caller works in a unified centre, which takes requests for services of other institutions.
pub async fn at_centre(tx: &Read) -> Result<bool> {
    let own = tx.caller().require_institution()?;
    let known = institutions::of_ids(tx, &[own]).await?;
    Ok(known.get(&own).is_some_and(|one| one.kind == InstitutionKind::ServiceCentre))
}

/// What the queue is narrowed to: the service that is meant, or words that fit none, so that nothing is shown. While
/// one is still to be chosen, it is not narrowed.
fn narrowed(meant: &Meant) -> Option<String> {
    Some(meant.text().to_owned()).filter(|text| !text.is_empty() && !meant.is_open())
}

/// The service of a consultation, any there is. Where all are more than a list can hold, the institution's own are
/// suggested: most calls are about them.
async fn consulted(visit: &Visit, tx: &Read, typed: Option<&TypedConsultation>, own: &Pick) -> Result<Pick> {
    let said = typed.map(|typed| typed.service.as_str()).unwrap_or_default();
    let meant = Meant::read(visit, tx, Among::Services(services_of(None)), said).await?;
    let all = meant.pick(tx, visit.locale()).await?;
    Ok(if all.typed { Pick { choices: own.choices.clone(), ..all } } else { all })
}

async fn rows(visit: &Visit, tx: &Read, page: Page<DeskItem>) -> Result<Vec<Row>> {
    let codes = page.items.iter().map(|item| item.case.service.clone()).collect();
    let services = service_names(tx, visit.locale(), codes).await?;
    let staff: Vec<Party> = page.items.iter().filter_map(|item| item.case.assignee).map(Party::Person).collect();
    let staff = identity::names_of(tx, &staff).await?;
    let officer = visit.caller().role == Role::Officer;
    Ok(page.items.into_iter().map(|item| row(visit, item, officer, &services, &staff)).collect())
}

fn row(
    visit: &Visit,
    item: DeskItem,
    officer: bool,
    services: &BTreeMap<String, String>,
    staff: &BTreeMap<Party, String>,
) -> Row {
    let case = item.case;
    let href = visit.url(&format!("/work/cases/{}", case.number.slug()));
    let name = |person: PersonId| staff.get(&Party::Person(person)).cloned();
    Row {
        take: (officer && case.is_free()).then(|| format!("{href}/take")),
        href,
        number: case.number.to_string(),
        service: services.get(&case.service).cloned().unwrap_or(case.service),
        due_at: case.due_at,
        left: case.remaining.map(|left| left.working_days),
        assignee: case.assignee.and_then(name),
        mine: item.mine,
        channel: case.channel.as_str(),
        state: case.state.as_str(),
        sla: item.sla.into(),
    }
}
