//! One institution: how to reach it, who answers for what it says, its places and services (POR-05, POR-14). Of people
//! at work only the role is told: no name and no contact data of a person.

use axum::extract::{Path, Query};
use catalogue::{Contact, ServiceFilter, list_services};
use enquiries::can_be_written_to;
use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{Error, LangText, PageRequest, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Visit, percent};

use crate::names::{After, Link, foreign, next_url, page_request};
use crate::own::sort_key;
use crate::services::ServiceLine;
use crate::services::elements::{ContactLine, contacts};

/// Context of `institutions/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct InstitutionPage {
    pub(super) href: String,
    pub(super) name: String,
    /// The language of the name, where it is not that of the page.
    pub(super) lang: Option<&'static str>,
    pub(super) kind: &'static str,
    pub(super) code: String,
    pub(super) registration_number: Option<String>,
    /// Key of what is to be known of data that are not real.
    pub(super) invented: Option<&'static str>,
    /// The body above it.
    pub(super) above: Option<Link>,
    pub(super) contacts: Vec<ContactLine>,
    pub(super) hours: Option<Hours>,
    /// Whether somebody there answers for its descriptions (POR-05).
    pub(super) content_contact: bool,
    /// Where it can be written to.
    pub(super) ask: Option<String>,
    pub(super) places: Vec<Place>,
    pub(super) services: Vec<ServiceLine>,
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
}

/// Opening hours in words.
#[derive(Debug, Serialize)]
pub(super) struct Hours {
    pub(super) text: String,
    pub(super) lang: Option<&'static str>,
}

/// A service centre of the institution.
#[derive(Debug, Serialize)]
pub(super) struct Place {
    pub(super) link: Link,
    pub(super) address: Option<String>,
    pub(super) hours: Option<Hours>,
}

/// `GET /institutions/{code}`
pub(crate) async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Query<After>) -> Answer {
    let request = page_request(asked.after.as_deref())?;
    let tx = visit.read().await?;
    let found = institutions::by_code(&tx, &code).await?.ok_or_else(|| Error::not_found("institution"))?;
    let path = path_of(&found);
    let filter = ServiceFilter { holder: Some(found.id), ..ServiceFilter::default() };
    let services = list_services(&tx, &filter, &request).await?;
    let contact_people = institutions::holders_of(&tx, found.id, Role::ContactPerson).await?;
    let ask = can_be_written_to(&found).then(|| visit.url(&format!("/contact?institution={}", found.id)));
    visit.render(&InstitutionPage {
        href: visit.url(&path),
        name: found.name.get(visit.locale()).to_owned(),
        lang: foreign(&found.name, visit.locale()),
        kind: found.kind.as_str(),
        invented: invented(&found),
        above: above(&tx, &visit, &found).await?,
        contacts: contacts_of(&found),
        hours: hours(&visit, &found.opening_hours),
        content_contact: !contact_people.is_empty(),
        ask,
        places: places(&tx, &visit, &found).await?,
        first: asked.after.map(|_| visit.url(&path)),
        next: next_url(&visit, &path, "", services.next.as_ref()),
        services: ServiceLine::each(&tx, &visit, services.items).await?,
        registration_number: found.registration_number,
        code: found.code,
    })
}

/// The ways to reach an institution.
pub(crate) fn contacts_of(institution: &Institution) -> Vec<ContactLine> {
    contacts(&Contact {
        phone: institution.phone.clone(),
        email: institution.email.clone(),
        website: institution.website.clone(),
        address: institution.address.clone(),
    })
}

fn path_of(institution: &Institution) -> String {
    format!("/institutions/{}", percent(&institution.code))
}

/// Key of what is to be known of data that are not real.
fn invented(institution: &Institution) -> Option<&'static str> {
    match institution.origin {
        institutions::Origin::Reference | institutions::Origin::Own => None,
        institutions::Origin::Example => Some("institution-origin-example"),
        institutions::Origin::Imported => Some("institution-origin-imported"),
    }
}

fn link(visit: &Visit, institution: &Institution) -> Link {
    Link { href: visit.url(&path_of(institution)), name: institution.name.get(visit.locale()).to_owned() }
}

fn hours(visit: &Visit, words: &LangText) -> Option<Hours> {
    let text = words.get(visit.locale());
    (!text.is_empty()).then(|| Hours { text: text.to_owned(), lang: foreign(words, visit.locale()) })
}

async fn above(tx: &Read, visit: &Visit, institution: &Institution) -> Result<Option<Link>> {
    match institution.parent {
        Some(parent) => Ok(Some(link(visit, &institutions::find(tx, parent).await?))),
        None => Ok(None),
    }
}

/// Its service centres by name; no municipality has a hundred.
async fn places(tx: &Read, visit: &Visit, institution: &Institution) -> Result<Vec<Place>> {
    let filter = InstitutionFilter { kind: Some(InstitutionKind::ServiceCentre), parent: Some(institution.id) };
    let centres = institutions::list(tx, &filter, &PageRequest::first(PageRequest::MAX)).await?;
    let place = |centre: Institution| Place {
        link: link(visit, &centre),
        hours: hours(visit, &centre.opening_hours),
        address: centre.address,
    };
    let mut places: Vec<Place> = centres.items.into_iter().map(place).collect();
    places.sort_by_cached_key(|place| sort_key(&place.link.name));
    Ok(places)
}
