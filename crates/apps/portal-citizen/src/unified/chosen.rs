//! What the chosen institution offers.

use catalogue::{Family, Member, Online};
use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{PageRequest, Result};
use storage::Read;
use web_kit::Visit;

use super::page::{Chosen, Details};
use crate::names::{Names, deadlines_between, fees_between};
use crate::own::unassigned;
use crate::services::elements::{ContactLine, Elements, Fact, Teller, contacts, fill, offered, sign_in};
use crate::services::parts::elsewhere::elsewhere;

/// How many service centres are named where to ask.
const CENTRES: u64 = 3;

/// The part about the chosen institution.
pub(super) async fn chosen(
    tx: &Read,
    visit: &Visit,
    family: &Family,
    holder: &Institution,
    tag: Option<&str>,
) -> Result<Chosen> {
    let name = holder.name.get(visit.locale()).to_owned();
    match family.of_holder(holder.id) {
        Some(member) => {
            Ok(Chosen { name, details: Some(details(tx, visit, family, member, tag).await?), ask: Vec::new() })
        }
        None => Ok(Chosen { name, details: None, ask: ask(tx, visit, holder).await? }),
    }
}

async fn details(tx: &Read, visit: &Visit, family: &Family, member: &Member, tag: Option<&str>) -> Result<Details> {
    let service = &member.service;
    let (text, common) = (&*service.description, &*family.template.text);
    let names = Names::of(tx, visit, text.providers.iter().map(|provider| provider.institution)).await?;
    let teller = Teller::new(visit, tag);
    let href = visit.url(&format!("/services/{}", service.code));
    let online = service.online().is_some();
    let here = service.is_open() && service.online() == Some(Online::Here);
    let refused = unassigned(visit, &service.code).filter(|_| here);
    let facts = [
        Some(Fact::new(visit, "euro", "service-fact-fee", fees(visit, member))),
        Some(Fact::new(visit, "calendar", "service-fact-deadline", deadlines(visit, member))),
        fill(visit, text, online),
        sign_in(visit, text, online),
        offered(visit, text),
    ];
    Ok(Details {
        apply: (here && refused.is_none()).then(|| format!("{href}/apply")),
        refused,
        online: elsewhere(visit, service).filter(|_| service.is_open() && !here),
        own_name: (text.name != common.name).then(|| text.name.get(visit.locale()).to_owned()),
        // It is a word of the holder beside the description, and not translated.
        deviation: Teller::new(visit, None).say(&member.deviation),
        closed: !service.is_open(),
        facts: facts.into_iter().flatten().collect(),
        told: Elements::besides(teller, &names, text, common, online),
        href,
    })
}

/// The fee, or from which to which.
pub(super) fn fees(visit: &Visit, member: &Member) -> String {
    fees_between(visit, member.fees())
}

/// The term, or from which to which.
pub(super) fn deadlines(visit: &Visit, member: &Member) -> String {
    deadlines_between(visit, member.deadlines())
}

/// Where to ask an institution that has not described the service: itself, and the service centres of its territory.
async fn ask(tx: &Read, visit: &Visit, holder: &Institution) -> Result<Vec<ContactLine>> {
    let own = catalogue::Contact {
        phone: holder.phone.clone(),
        email: holder.email.clone(),
        address: holder.address.clone(),
        website: holder.website.clone(),
    };
    let mut lines = contacts(&own);
    let filter = InstitutionFilter { kind: Some(InstitutionKind::ServiceCentre), parent: Some(holder.id) };
    let centres = institutions::list(tx, &filter, &PageRequest::first(CENTRES)).await?;
    for centre in centres.items {
        let hours = centre.opening_hours.get(visit.locale());
        let name = centre.name.get(visit.locale());
        let text = if hours.is_empty() { name.to_owned() } else { format!("{name}. {hours}") };
        lines.push(ContactLine { icon: "building", href: None, text });
    }
    Ok(lines)
}
