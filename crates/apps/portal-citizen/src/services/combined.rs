//! What a combination of channels costs and takes, and what to do step by step.

use super::parts::elsewhere::elsewhere;
use super::places::{PlaceLine, line};
use crate::names::{deadline, tel, way_fee};
use crate::own::unassigned;
use catalogue::{Contact, Online, Service, Stage, Way, places_of_channels};
use institutions::Position;
use kernel::{Channel, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// A combination in words.
#[derive(Debug, Serialize)]
pub(super) struct Combination {
    fee: String,
    deadline: String,
    steps: Vec<Step>,
}

/// One thing to do.
#[derive(Debug, Serialize)]
struct Step {
    title: String,
    text: String,
    /// Where it is done on-line, or looked up.
    link: Option<StepLink>,
    /// What to call or where to write to.
    contact: Option<String>,
    contact_href: Option<String>,
    /// The nearest place, where somebody said where they are.
    place: Option<PlaceLine>,
}

#[derive(Debug, Serialize)]
struct StepLink {
    href: String,
    words: String,
    /// Whether it leads to another site.
    external: bool,
}

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Advice,
    Request,
    Receipt,
}

impl Part {
    const fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Request => "request",
            Self::Receipt => "receipt",
        }
    }

    /// The stage whose provider is asked.
    const fn stage(self) -> Stage {
        match self {
            Self::Advice | Self::Request => Stage::Request,
            Self::Receipt => Stage::Receipt,
        }
    }
}

impl Combination {
    /// Whether a place near somebody is named.
    pub(super) fn names_a_place(&self) -> bool {
        self.steps.iter().any(|step| step.place.is_some())
    }

    /// An invented one.
    pub(super) fn sample(locale: Locale) -> Self {
        let step = |link, contact: Option<&str>, place| Step {
            title: "Piesakieties internetā".to_owned(),
            text: "Aizpildiet iesniegumu portālā.".to_owned(),
            link,
            contact: contact.map(str::to_owned),
            contact_href: contact.map(|_| "tel:67000000".to_owned()),
            place,
        };
        let link = |external| {
            Some(StepLink { href: format!("/{locale}/services/1001/apply"), words: "Pieteikties".to_owned(), external })
        };
        let place = PlaceLine::sample(locale, "open", true);
        let steps = vec![
            step(None, Some("6700 0000"), None),
            step(link(false), None, None),
            step(link(true), None, None),
            step(None, None, Some(place)),
        ];
        Self { fee: "3,50 €".to_owned(), deadline: "10 darba dienas".to_owned(), steps }
    }
}

/// The combination of a way with advice somewhere; places are those nearest to `from`.
pub(super) async fn combination(
    tx: &Read,
    visit: &Visit,
    service: &Service,
    way: Way<'_>,
    advice: Option<Channel>,
    from: Option<Position>,
) -> Result<Combination> {
    let parts = [
        advice.map(|channel| (Part::Advice, channel)),
        Some((Part::Request, way.request.channel)),
        Some((Part::Receipt, way.receipt.channel)),
    ];
    let mut steps = Vec::new();
    for (part, channel) in parts.into_iter().flatten() {
        steps.push(step(tx, visit, service, (part, channel), from).await?);
    }
    Ok(Combination { fee: way_fee(visit, &way), deadline: deadline(visit, way.deadline()), steps })
}

async fn step(
    tx: &Read,
    visit: &Visit,
    service: &Service,
    (part, channel): (Part, Channel),
    from: Option<Position>,
) -> Result<Step> {
    let in_person = matches!(channel, Channel::Centre | Channel::Institution);
    let place = match from.filter(|_| in_person) {
        Some(from) => places_of_channels(tx, service, &[channel], from, 1).await?.first().map(|one| line(visit, one)),
        None => None,
    };
    let contact = contact(service, part, channel);
    let refused = refused(visit, service, part, channel);
    Ok(Step {
        title: visit.text(&format!("combine-{}-{channel}", part.word())),
        link: if place.is_some() || refused.is_some() { None } else { way_on(visit, service, part, channel) },
        text: refused.unwrap_or_else(|| visit.text(&format!("combine-{}-{channel}-text", part.word()))),
        contact_href: contact.filter(|_| channel == Channel::Phone).map(tel),
        contact: contact.map(str::to_owned),
        place,
    })
}

/// The number to call or the address to write to, of the provider of the stage or of any other.
fn contact(service: &Service, part: Part, channel: Channel) -> Option<&str> {
    let said = |contact: &Contact| match channel {
        Channel::Phone => contact.phone.is_some(),
        Channel::Post => contact.address.is_some(),
        Channel::Electronic | Channel::Centre | Channel::Institution => false,
    };
    let providers = &service.description.providers;
    let own = providers.iter().find(|provider| provider.stage == part.stage() && said(&provider.contact));
    let found = own.or_else(|| providers.iter().find(|provider| said(&provider.contact)))?;
    match channel {
        Channel::Phone => found.contact.phone.as_deref(),
        _ => found.contact.address.as_deref(),
    }
}

/// Why it cannot be requested here: company management did not assign it to the visitor (POR-10).
fn refused(visit: &Visit, service: &Service, part: Part, channel: Channel) -> Option<String> {
    let here = (part, channel) == (Part::Request, Channel::Electronic) && service.online() == Some(Online::Here);
    unassigned(visit, &service.code).filter(|_| here && service.is_open())
}

/// Where a step is done on-line, or where its place is looked up.
fn way_on(visit: &Visit, service: &Service, part: Part, channel: Channel) -> Option<StepLink> {
    let here = |path: String, key: &str| StepLink { href: visit.url(&path), words: visit.text(key), external: false };
    match (channel, part) {
        (Channel::Centre | Channel::Institution, _) => {
            Some(here(format!("/services/{}/places", service.code), "places-link"))
        }
        (Channel::Electronic, Part::Advice) => {
            Some(here(format!("/contact?service={}", service.code), "contact-from-service"))
        }
        (Channel::Electronic, Part::Request) if service.is_open() => match service.online()? {
            Online::Here => Some(here(format!("/services/{}/apply", service.code), "service-start")),
            Online::Elsewhere => elsewhere(visit, service).map(|found| StepLink {
                href: found.href,
                words: visit.text("service-start-elsewhere"),
                external: true,
            }),
        },
        _ => None,
    }
}
