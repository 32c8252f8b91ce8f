//! One service: everything the regulation asks to be told about it, in words people use.

use axum::extract::{Path, Query};
use catalogue::{Description, Online, Service, ServiceState};
use kernel::{Result, Role};
use serde::Deserialize;
use storage::Read;
use web_kit::{Answer, Visit};

use super::elements::{Elements, Fact, RegisterFact, Teller, classes, fill, offered, sign_in, territory};
use super::history::Moment;
use super::page::ServicePage;
use super::parts::elsewhere::elsewhere;
use super::parts::extra;
use super::parts::headline::Headline;
use super::parts::open::OpenPart;
use super::parts::unavailable::unavailable;
use super::translated;
use crate::names::{Link, Names, service_names};
use crate::own::unassigned;
use crate::spoken::Speech;
use crate::unified::FamilyPart;

/// `?lang=uk`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
}

/// `GET /services/{code}`
pub(crate) async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    if !asked.lang.is_empty() {
        return translated::show(&tx, &visit, &service, &asked.lang).await;
    }
    visit.render(&page(&tx, &visit, &service, &service.description, None).await?)
}

/// The page of a service. `text` is its description, or the same in the further language of `speech`.
pub(super) async fn page(
    tx: &Read,
    visit: &Visit,
    service: &Service,
    text: &Description,
    speech: Option<Speech>,
) -> Result<ServicePage> {
    let ids = text.providers.iter().map(|provider| provider.institution).chain([service.holder]);
    let names = Names::of(tx, visit, ids).await?;
    let teller = Teller::new(visit, speech.as_ref().map(|speech| speech.tag.as_str()));
    let way = service.online();
    // Who is here as staff requests nothing, also of what is only for staff; a draft is shown as it would be open.
    let current = service.is_open() || service.state == ServiceState::Draft;
    let here = current && way == Some(Online::Here);
    let by_clients = here && visit.caller().role.is_staff();
    let online = here && service.is_open() && !by_clients;
    let refused = unassigned(visit, &service.code).filter(|_| online);
    let href = visit.url(&format!("/services/{}", service.code));
    Ok(ServicePage {
        code: service.code.clone(),
        name: teller.say(&text.name).unwrap_or_default(),
        lead: teller.say(&text.summary),
        only: text.only_language.filter(|only| *only != visit.locale()),
        facts: facts(visit, service, text),
        unavailable: unavailable(tx, visit, service).await?,
        apply: (online && refused.is_none()).then(|| format!("{href}/apply")),
        refused,
        by_clients,
        elsewhere: elsewhere(visit, service).filter(|_| !here && current),
        draft: draft_of(tx, visit, &service.code).await?,
        told: Elements::of(teller, &names, text, way.is_some()),
        related: related(tx, visit, &text.related).await?,
        holder: names.get(service.holder),
        together: text.flags.joint,
        register: register(tx, visit, service, text).await?,
        open: OpenPart::of(visit, service),
        places: super::places::link(visit, service),
        combine: super::combine::link(visit, service),
        family: FamilyPart::of(tx, visit, service.id).await?,
        feedback: service.state != ServiceState::Draft,
        moment: Moment::of(visit, service),
        checked: super::checked::checked(tx, service).await?,
        extra: extra(tx, visit, service).await?,
        href,
        speech,
    })
}

/// Links to related services that are still there.
async fn related(tx: &Read, visit: &Visit, codes: &[String]) -> Result<Vec<Link>> {
    let names = service_names(tx, visit, codes.iter().cloned()).await?;
    let link = |(code, name): (String, String)| Link { href: visit.url(&format!("/services/{code}")), name };
    Ok(names.into_iter().map(link).collect())
}

async fn draft_of(tx: &Read, visit: &Visit, code: &str) -> Result<Option<String>> {
    if visit.caller().role != Role::Client {
        return Ok(None);
    }
    let drafts = forms::drafts_of(tx).await?;
    let own = drafts.into_iter().find(|draft| draft.service_code == code);
    Ok(own.map(|draft| visit.url(&format!("/drafts/{}", draft.id))))
}

/// What a reader looks for first: price and term of the channels that can be used.
fn facts(visit: &Visit, service: &Service, text: &Description) -> Vec<Fact> {
    let headline = Headline::of(visit, service);
    let online = service.online().is_some();
    let (way, icon) = if online { ("service-fact-online", "globe") } else { ("service-fact-offline", "building") };
    let facts = [
        headline.fee.map(|fee| Fact::new(visit, "euro", "service-fact-fee", fee)),
        Some(Fact::new(visit, "calendar", "service-fact-deadline", headline.deadline)),
        fill(visit, text, online),
        Some(Fact::new(visit, icon, "service-fact-form", visit.text(way))),
        sign_in(visit, text, online),
        offered(visit, text),
    ];
    facts.into_iter().flatten().collect()
}

async fn register(tx: &Read, visit: &Visit, service: &Service, text: &Description) -> Result<Vec<RegisterFact>> {
    let mut facts = Vec::new();
    facts.extend(RegisterFact::new(visit, "service-fact-code", &service.code));
    facts.extend(territory(tx, visit, &text.territory).await?);
    facts.extend(classes(visit, text.client_circle, &text.cofog, &text.keywords));
    if let Some(day) = service.valid_from.map(kernel::riga_date) {
        facts.extend(RegisterFact::new(visit, "service-fact-updated", i18n::date(visit.locale(), day)));
    }
    Ok(facts)
}
