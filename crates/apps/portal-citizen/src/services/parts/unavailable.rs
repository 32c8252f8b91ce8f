//! Why a service cannot be requested now, from which day it can, and what there is in its place.

use catalogue::{Availability, Service, ServiceState, availability};
use chrono::NaiveDate;
use kernel::{Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

use crate::names::{NamedLink, text_of};
use crate::own::sort_key;

/// What the page says in the place of the way to apply.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Unavailable {
    /// `info` for what is still to come, `warning` for what is over.
    pub(crate) color: &'static str,
    pub(crate) title: String,
    pub(crate) text: String,
    /// From which day it can be requested again, in a sentence.
    pub(crate) again: Option<String>,
    /// Related services that can be requested.
    pub(crate) instead: Vec<NamedLink>,
}

/// None for a service that can be requested now, and for one that was never published.
pub(crate) async fn unavailable(tx: &Read, visit: &Visit, service: &Service) -> Result<Option<Unavailable>> {
    let told = |key: &str, day: NaiveDate| text_of(visit, key, "day", i18n::date(visit.locale(), day));
    Ok(match availability(tx, service).await? {
        Availability::Open | Availability::Draft => None,
        Availability::From(day) => Some(Unavailable {
            color: "info",
            title: told("service-from-title", day),
            text: visit.text("service-from-text"),
            again: None,
            instead: Vec::new(),
        }),
        Availability::Closed { since, again } => Some(Unavailable {
            color: "warning",
            title: visit.text("service-closed-title"),
            text: told("service-closed-since", since),
            again: again.map(|day| told("service-again", day)),
            instead: instead(tx, visit, service).await?,
        }),
    })
}

/// The related services that are open, in the order of the alphabet.
async fn instead(tx: &Read, visit: &Visit, service: &Service) -> Result<Vec<NamedLink>> {
    let related = catalogue::services_by_codes(tx, &service.description.related).await?;
    let open = related.into_iter().filter(|item| item.state == ServiceState::Open);
    let href = |code: &str| visit.url(&format!("/services/{code}"));
    let mut links: Vec<NamedLink> =
        open.map(|item| NamedLink::new(visit.locale(), href(&item.code), &item.name)).collect();
    links.sort_by_cached_key(|link| sort_key(&link.name));
    Ok(links)
}

impl Unavailable {
    /// One that is still to come, and one that is over.
    pub(crate) fn samples(locale: Locale) -> [Self; 2] {
        let soon = Self {
            color: "info",
            title: "Pieteikties varēs no 2027. gada 1. marta.".to_owned(),
            text: "Līdz tam iesniegumus nepieņem.".to_owned(),
            again: None,
            instead: Vec::new(),
        };
        let link = NamedLink {
            href: format!("/{locale}/services/1002"),
            name: "Bērna kopšanas pabalsts <2>".to_owned(),
            lang: (locale == Locale::En).then_some("lv"),
        };
        let over = Self {
            color: "warning",
            title: "Šis pakalpojums ir slēgts.".to_owned(),
            again: Some("Atkal pieteikties varēs no 2027. gada 1. marta.".to_owned()),
            instead: vec![link],
            ..soon.clone()
        };
        [soon, over]
    }
}
