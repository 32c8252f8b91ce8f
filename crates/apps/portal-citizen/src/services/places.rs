//! Where a service is given in person, nearest first (POR-16). The position of a visitor is used for one answer: it comes
//! in the body of a request, stands in no address and is not kept. That somebody looked is counted, without a person.

use crate::names::{foreign, tel, text_of};
use crate::own::{Choice, own_municipality, sort_key};
use axum::extract::{Path, Query};
use catalogue::{LookupMeans, SearchIndex, Service, ServicePlace, places_of_service};
use institutions::{Institution, InstitutionKind, Openness, Position};
use kernel::{Channel, DayTime, Error, Locale, Result};
use serde::Serialize;
use std::sync::Arc;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// So many places are shown.
const SHOWN: usize = 5;

/// A place to go to.
#[derive(Debug, Serialize)]
pub(super) struct PlaceLine {
    name: String,
    distance: String,
    address: Option<String>,
    hours: String,
    /// `open`, `later`, `closed` or `unknown`.
    state: &'static str,
    state_words: String,
    phone: Option<String>,
    phone_href: Option<String>,
}

/// Context of `services/places.html`.
#[derive(Debug, Serialize)]
pub(crate) struct PlacesPage {
    service_href: String,
    service: String,
    lang: Option<&'static str>,
    /// Where the form is sent.
    here: String,
    /// Whether the service is given in person at all.
    in_person: bool,
    municipalities: Vec<Choice>,
    municipality: String,
    /// From where the distances are, in words; none before somebody asked.
    from: Option<String>,
    places: Vec<PlaceLine>,
    errors: FormErrors,
}

impl Template for PlacesPage {
    const NAME: &'static str = "citizen/services/places.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let either = |lv: &str, en: &str| if locale == Locale::Lv { lv.to_owned() } else { en.to_owned() };
        let line = |state: &'static str, full: bool| PlaceLine::sample(locale, state, full);
        let page = |from: Option<String>, places, errors, in_person| Self {
            service_href: format!("/{locale}/services/1001"),
            service: "Bērna piedzimšanas pabalsts".to_owned(),
            lang: (locale == Locale::En).then_some("lv"),
            here: format!("/{locale}/services/1001/places"),
            in_person,
            municipalities: vec![Choice::new("LV-022", "Cēsu novads")],
            municipality: "LV-022".to_owned(),
            from,
            places,
            errors,
        };
        let mut errors = FormErrors::none();
        errors.add(Some("municipality"), either("Izvēlieties pašvaldību.", "Choose a municipality."));
        let from = || Some(either("Cēsu novads", "Cēsis municipality"));
        let places = vec![line("open", true), line("later", false), line("closed", true), line("unknown", false)];
        vec![
            page(None, Vec::new(), FormErrors::none(), true),
            page(from(), places, FormErrors::none(), true),
            page(from(), Vec::new(), FormErrors::none(), true),
            page(None, Vec::new(), errors, true),
            page(None, Vec::new(), FormErrors::none(), false),
        ]
    }
}

impl PlaceLine {
    /// An invented one.
    pub(super) fn sample(locale: Locale, state: &'static str, full: bool) -> Self {
        let either = |lv: &str, en: &str| if locale == Locale::Lv { lv.to_owned() } else { en.to_owned() };
        Self {
            name: either("Cēsu VPVKAC", "Cēsis service centre"),
            distance: "1,2 km".to_owned(),
            address: full.then(|| "Raunas iela 4, Cēsis <paraugs>".to_owned()),
            hours: if full { either("Darba dienās 8.30–17.00", "Working days 8.30–17.00") } else { String::new() },
            state,
            state_words: either("Atvērts līdz 17.00", "Open until 17.00"),
            phone: full.then(|| "6700 0000".to_owned()),
            phone_href: full.then(|| "tel:67000000".to_owned()),
        }
    }
}

/// The address of this page for a service that is given in person.
pub(super) fn link(visit: &Visit, service: &Service) -> Option<String> {
    in_person(service).then(|| visit.url(&format!("/services/{}/places", service.code)))
}

fn in_person(service: &Service) -> bool {
    [Channel::Centre, Channel::Institution].iter().any(|channel| service.offer(*channel).is_some())
}

/// `?municipality=`
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Asked {
    municipality: Option<String>,
}

/// `GET /services/{code}/places`
pub(crate) async fn places(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let mut page = page(&tx, &visit, &service).await?;
    let Some(wanted) = asked.municipality else { return visit.render(&page) };
    let Some((municipality, from)) = placed_municipality(&tx, &wanted).await? else {
        let wrong = Error::invalid("form-has-errors").field("municipality", "places-municipality");
        page.errors = visit.form_errors(wrong)?;
        return visit.render_invalid(&page);
    };
    page.municipality = wanted;
    page.from = Some(municipality.name.get(visit.locale()).to_owned());
    answer(&tx, &visit, &service, from, LookupMeans::Municipality, page).await
}

/// `POST /services/{code}/places`: by the position of the device.
pub(crate) async fn locate(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&format!("/services/{code}/places"));
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let mut page = page(&tx, &visit, &service).await?;
    let degrees = |name: &str| sent.text(name).parse::<f64>().ok();
    let position = degrees("latitude").zip(degrees("longitude")).and_then(|(n, e)| Position::new(n, e).ok());
    let Some(from) = position else {
        page.errors = visit.form_errors(Error::invalid("places-position"))?;
        return visit.render_invalid(&page);
    };
    page.from = Some(visit.text("places-your-position"));
    answer(&tx, &visit, &service, from, LookupMeans::Position, page).await
}

/// The municipality with this code, and where it is measured from.
pub(super) async fn placed_municipality(tx: &Read, code: &str) -> Result<Option<(Institution, Position)>> {
    let known = institutions::placed(tx, InstitutionKind::Municipality).await?;
    let found = known.into_iter().find(|one| one.code == code);
    Ok(found.and_then(|municipality| municipality.position.map(|position| (municipality, position))))
}

/// All municipalities by code, in the order of the alphabet.
pub(super) async fn municipalities(tx: &Read, visit: &Visit) -> Result<Vec<Choice>> {
    let all = institutions::placed(tx, InstitutionKind::Municipality).await?.into_iter();
    let mut choices: Vec<Choice> = all.map(|one| Choice::new(one.code, one.name.get(visit.locale()))).collect();
    choices.sort_by_cached_key(|choice| sort_key(&choice.label));
    Ok(choices)
}

/// The code of the visitor's municipality, to begin with; empty when none is known.
pub(super) async fn own_place(tx: &Read, visit: &Visit) -> Result<String> {
    Ok(own_municipality(tx, visit).await?.map(|one| one.code).unwrap_or_default())
}

async fn page(tx: &Read, visit: &Visit, service: &Service) -> Result<PlacesPage> {
    let service_href = visit.url(&format!("/services/{}", service.code));
    Ok(PlacesPage {
        here: format!("{service_href}/places"),
        service_href,
        service: service.name().get(visit.locale()).to_owned(),
        lang: foreign(service.name(), visit.locale()),
        in_person: in_person(service),
        municipalities: municipalities(tx, visit).await?,
        municipality: own_place(tx, visit).await?,
        from: None,
        places: Vec::new(),
        errors: FormErrors::none(),
    })
}

async fn answer(
    tx: &Read,
    visit: &Visit,
    service: &Service,
    from: Position,
    means: LookupMeans,
    page: PlacesPage,
) -> Answer {
    visit.state().part::<Arc<SearchIndex>>()?.tally().looked_up(visit.now(), &service.code, means);
    let found = places_of_service(tx, service, from, SHOWN).await?;
    let places = found.iter().map(|place| line(visit, place)).collect();
    visit.render(&PlacesPage { places, ..page })
}

/// A place in words.
pub(super) fn line(visit: &Visit, place: &ServicePlace) -> PlaceLine {
    let (state, state_words) = match place.openness {
        Openness::Open(until) => ("open", text_of(visit, "places-open", "time", clock(until))),
        Openness::Later(from) => ("later", text_of(visit, "places-later", "time", clock(from))),
        Openness::Closed => ("closed", visit.text("places-closed")),
        Openness::Unknown => ("unknown", visit.text("places-unknown")),
    };
    PlaceLine {
        name: place.name().get(visit.locale()).to_owned(),
        distance: distance(visit, place.kilometres),
        address: place.address().map(str::to_owned),
        hours: place.hours().get(visit.locale()).to_owned(),
        state,
        state_words,
        phone_href: place.phone().map(tel),
        phone: place.phone().map(str::to_owned),
    }
}

/// Positions are those of town centres, so what is nearer than a kilometre is only said to be so.
fn distance(visit: &Visit, far: f64) -> String {
    if far < 1.0 {
        return visit.text("places-under-km");
    }
    text_of(visit, "places-km", "km", kilometres(visit.locale(), far))
}

/// Tenths below ten kilometres, whole ones above.
fn kilometres(locale: Locale, far: f64) -> String {
    let text = if far < 10.0 { format!("{far:.1}") } else { format!("{far:.0}") };
    if locale == Locale::Lv { text.replace('.', ",") } else { text }
}

fn clock(time: DayTime) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}
