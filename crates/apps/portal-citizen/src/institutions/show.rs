//! One institution: how to reach it, who answers for what it says, its places and services (POR-05, POR-14). Of people
//! at work only the role is told: no name and no contact data of a person.

use axum::extract::{Path, Query};
use catalogue::{Contact, ServiceFilter, list_services};
use enquiries::can_be_written_to;
use institutions::{Branch, BranchText, Institution, InstitutionFilter, InstitutionKind, Origin};
use kernel::{Error, LangText, PageRequest, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Visit, percent};

use crate::names::{After, NamedLink, foreign, next_url, page_request, tel};
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
    pub(super) above: Option<NamedLink>,
    pub(super) contacts: Vec<ContactLine>,
    pub(super) hours: Option<Hours>,
    /// Whether somebody there answers for its descriptions (POR-05).
    pub(super) content_contact: bool,
    /// Where it can be written to.
    pub(super) ask: Option<String>,
    pub(super) places: Vec<Place>,
    /// Whether it has more than are shown.
    pub(super) more_places: bool,
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

/// Where the institution serves people: a branch, or a service centre, which has a page of its own.
#[derive(Debug, Serialize)]
pub(super) struct Place {
    pub(super) href: Option<String>,
    pub(super) name: String,
    pub(super) lang: Option<&'static str>,
    pub(super) address: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) phone_href: Option<String>,
    pub(super) hours: Option<Hours>,
    /// Key of what is to be known of data that are not real.
    pub(super) invented: Option<&'static str>,
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
    let (places, more_places) = places(&tx, &visit, &found).await?;
    let ask = can_be_written_to(&found).then(|| visit.url(&format!("/contact?institution={}", found.id)));
    visit.render(&InstitutionPage {
        href: visit.url(&path),
        name: found.name.get(visit.locale()).to_owned(),
        lang: foreign(&found.name, visit.locale()),
        kind: found.kind.as_str(),
        invented: invented(found.origin),
        above: above(&tx, &visit, &found).await?,
        contacts: contacts_of(&found),
        hours: hours(&visit, &found.opening_hours),
        content_contact: !contact_people.is_empty(),
        ask,
        places,
        more_places,
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

/// The path of the page of an institution.
pub(crate) fn path_of(institution: &Institution) -> String {
    format!("/institutions/{}", percent(&institution.code))
}

/// Key of what is to be known of data that are not real.
fn invented(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Reference | Origin::Own | Origin::Platform => None,
        Origin::Example => Some("institution-origin-example"),
        Origin::Imported => Some("institution-origin-imported"),
    }
}

fn link(visit: &Visit, institution: &Institution) -> NamedLink {
    NamedLink::new(visit.locale(), visit.url(&path_of(institution)), &institution.name)
}

fn hours(visit: &Visit, words: &LangText) -> Option<Hours> {
    let text = words.get(visit.locale());
    (!text.is_empty()).then(|| Hours { text: text.to_owned(), lang: foreign(words, visit.locale()) })
}

async fn above(tx: &Read, visit: &Visit, institution: &Institution) -> Result<Option<NamedLink>> {
    match institution.parent {
        Some(parent) => Ok(Some(link(visit, &institutions::find(tx, parent).await?))),
        None => Ok(None),
    }
}

/// Its service centres and branches by name, and whether it has more: no municipality has a hundred centres.
async fn places(tx: &Read, visit: &Visit, institution: &Institution) -> Result<(Vec<Place>, bool)> {
    let filter = InstitutionFilter { kind: Some(InstitutionKind::ServiceCentre), parent: Some(institution.id) };
    let all = PageRequest::first(PageRequest::MAX);
    let centres = institutions::list(tx, &filter, &all).await?;
    let branches = institutions::branches(tx, institution.id, &all).await?;
    let more = centres.next.is_some() || branches.next.is_some();
    let centres = centres.items.into_iter().map(|one| centre(visit, one));
    let mut places: Vec<Place> = centres.chain(branches.items.into_iter().map(|one| branch(visit, one))).collect();
    places.sort_by_cached_key(|place| sort_key(&place.name));
    Ok((places, more))
}

fn centre(visit: &Visit, centre: Institution) -> Place {
    let NamedLink { href, name, lang } = link(visit, &centre);
    Place {
        href: Some(href),
        name,
        lang,
        hours: hours(visit, &centre.opening_hours),
        invented: invented(centre.origin),
        address: centre.address,
        phone_href: centre.phone.as_deref().map(tel),
        phone: centre.phone,
    }
}

fn branch(visit: &Visit, branch: Branch) -> Place {
    let BranchText { name, address, phone, hours: words, .. } = branch.text;
    Place {
        href: None,
        name: name.get(visit.locale()).to_owned(),
        lang: foreign(&name, visit.locale()),
        hours: hours(visit, &words),
        invented: invented(branch.origin),
        address: Some(address),
        phone_href: phone.as_deref().map(tel),
        phone,
    }
}
