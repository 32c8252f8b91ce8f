//! Choosing where to ask, where to request and where to receive: what the combination costs, takes and asks to be done
//! (POR-17). That somebody was told is counted, without a person (POR-18).

use super::combined::{Combination, combination};
use super::parts::unavailable::{Unavailable, unavailable};
use super::places::{municipalities, own_place, placed_municipality};
use crate::names::foreign;
use crate::own::Choice;
use axum::extract::{Path, Query};
use catalogue::{LookupMeans, SearchIndex, Service, Stage};
use institutions::Position;
use kernel::{Channel, Error, FieldError, Locale, Result};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

/// Where advice can be asked for.
const ADVICE: [Channel; 4] = [Channel::Phone, Channel::Electronic, Channel::Centre, Channel::Institution];

/// What was chosen, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct Asked {
    advice: String,
    request: String,
    receipt: String,
    municipality: String,
}

/// Context of `services/combine.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CombinePage {
    service_href: String,
    service: String,
    lang: Option<&'static str>,
    here: String,
    unavailable: Option<Unavailable>,
    advices: Vec<Choice>,
    requests: Vec<Choice>,
    receipts: Vec<Choice>,
    municipalities: Vec<Choice>,
    asked: Asked,
    /// None before somebody chose.
    combination: Option<Combination>,
    errors: FormErrors,
}

/// The address of this page for a service that is requested and received somewhere.
pub(super) fn link(visit: &Visit, service: &Service) -> Option<String> {
    let somewhere = |stage| !service.channels_of(stage).is_empty();
    let both = somewhere(Stage::Request) && somewhere(Stage::Receipt);
    both.then(|| visit.url(&format!("/services/{}/channels", service.code)))
}

/// `GET /services/{code}/channels`
pub(crate) async fn combine(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let mut page = page(&tx, &visit, &service).await?;
    if asked.request.is_empty() && asked.receipt.is_empty() {
        return visit.render(&page);
    }
    page.asked = asked.clone();
    let (chosen, from) = match meant(&tx, &service, &asked).await {
        Ok(meant) => meant,
        Err(error) => {
            page.errors = visit.form_errors(error)?;
            return visit.render_invalid(&page);
        }
    };
    let Some(way) = service.way(chosen.request, chosen.receipt) else { return Err(Error::not_found("page").into()) };
    let found = combination(&tx, &visit, &service, way, chosen.advice, from).await?;
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    index.tally().looked_up(visit.now(), &service.code, LookupMeans::Channels);
    if found.names_a_place() {
        index.tally().looked_up(visit.now(), &service.code, LookupMeans::Municipality);
    }
    page.combination = Some(found);
    visit.render(&page)
}

/// The channels that were chosen.
struct Chosen {
    advice: Option<Channel>,
    request: Channel,
    receipt: Channel,
}

/// What was chosen, if the service offers it, and from where the nearest place is looked for.
async fn meant(tx: &Read, service: &Service, asked: &Asked) -> Result<(Chosen, Option<Position>)> {
    let mut faults: Vec<FieldError> = Vec::new();
    let mut one = |field: &str, text: &str, offered: &[Channel]| {
        let found = text.parse::<Channel>().ok().filter(|channel| offered.contains(channel));
        if found.is_none() {
            faults.push(FieldError::new(field, "combine-channel"));
        }
        found
    };
    let advice = if asked.advice.is_empty() { None } else { one("advice", &asked.advice, &advices(service)) };
    let request: Option<Channel> = one("request", &asked.request, &service.channels_of(Stage::Request));
    let receipt: Option<Channel> = one("receipt", &asked.receipt, &service.channels_of(Stage::Receipt));
    let municipality = match asked.municipality.as_str() {
        "" => None,
        code => {
            let found = placed_municipality(tx, code).await?;
            if found.is_none() {
                faults.push(FieldError::new("municipality", "places-municipality"));
            }
            found.map(|(_, position)| position)
        }
    };
    match (request, receipt) {
        (Some(request), Some(receipt)) if faults.is_empty() => Ok((Chosen { advice, request, receipt }, municipality)),
        _ => Err(Error::invalid("form-has-errors").fields(faults)),
    }
}

/// Where advice about the service can be asked for: by telephone where one is named, in writing, in person where it is
/// given in person.
fn advices(service: &Service) -> Vec<Channel> {
    let phone = service.description.providers.iter().any(|provider| provider.contact.phone.is_some());
    let offered = |channel: &Channel| match channel {
        Channel::Phone => phone,
        Channel::Electronic => true,
        Channel::Post => false,
        Channel::Centre | Channel::Institution => service.offer(*channel).is_some(),
    };
    ADVICE.into_iter().filter(offered).collect()
}

async fn page(tx: &Read, visit: &Visit, service: &Service) -> Result<CombinePage> {
    let choices = |channels: &[Channel]| -> Vec<Choice> {
        channels.iter().map(|one| Choice::new(one.as_str(), visit.text(&format!("channel-{one}")))).collect()
    };
    let service_href = visit.url(&format!("/services/{}", service.code));
    let (requests, receipts) = (service.channels_of(Stage::Request), service.channels_of(Stage::Receipt));
    let first = |channels: &[Channel]| channels.first().map_or_else(String::new, |one| one.as_str().to_owned());
    Ok(CombinePage {
        here: format!("{service_href}/channels"),
        service_href,
        service: service.name().get(visit.locale()).to_owned(),
        lang: foreign(service.name(), visit.locale()),
        unavailable: unavailable(tx, visit, service).await?,
        advices: choices(&advices(service)),
        municipalities: municipalities(tx, visit).await?,
        asked: Asked {
            request: first(&requests),
            receipt: first(&receipts),
            municipality: own_place(tx, visit).await?,
            ..Asked::default()
        },
        requests: choices(&requests),
        receipts: choices(&receipts),
        combination: None,
        errors: FormErrors::none(),
    })
}

impl Template for CombinePage {
    const NAME: &'static str = "citizen/services/combine.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let choices = || vec![Choice::new("phone", "Tālrunis"), Choice::new("centre", "Klientu centrs")];
        let page = |combination, errors, unavailable| Self {
            service_href: format!("/{locale}/services/1001"),
            service: "Bērna piedzimšanas pabalsts".to_owned(),
            lang: (locale == Locale::En).then_some("lv"),
            here: format!("/{locale}/services/1001/channels"),
            unavailable,
            advices: choices(),
            requests: choices(),
            receipts: choices(),
            municipalities: vec![Choice::new("LV-022", "Cēsu novads")],
            asked: Asked { request: "phone".to_owned(), receipt: "centre".to_owned(), ..Asked::default() },
            combination,
            errors,
        };
        let mut errors = FormErrors::none();
        errors.add(Some("request"), "Izvēlieties vienu no piedāvātajiem veidiem.");
        let [soon, _] = Unavailable::samples(locale);
        vec![
            page(None, FormErrors::none(), None),
            page(Some(Combination::sample(locale)), FormErrors::none(), None),
            page(None, errors, Some(soon)),
        ]
    }
}
