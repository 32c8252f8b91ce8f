//! What the chosen institution offers.

use catalogue::{Family, Fee, Member, Service};
use i18n::Args;
use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{Channel, LangText, Money, PageRequest, Result};
use storage::Read;
use web_kit::Visit;

use super::page::{ChannelLine, Chosen, Details};
use crate::names::{Link, deadline, fee};
use crate::services::{ContactLine, contacts, web_link};

/// How many service centres are named where to ask.
const CENTRES: u64 = 3;

/// The part about the chosen institution.
pub(super) async fn chosen(tx: &Read, visit: &Visit, family: &Family, holder: &Institution) -> Result<Chosen> {
    let details = family.of_holder(holder.id).map(|member| details(visit, family, member));
    let ask = if details.is_some() { Vec::new() } else { ask(tx, visit, holder).await? };
    Ok(Chosen { name: holder.name.get(visit.locale()).to_owned(), details, ask })
}

fn details(visit: &Visit, family: &Family, member: &Member) -> Details {
    let (service, locale) = (&member.service, visit.locale());
    let (text, common) = (&service.description, &family.template.text);
    let href = visit.url(&format!("/services/{}", service.code));
    let may_apply = service.is_open() && service.form_key.is_some() && service.requestable_by(Channel::Electronic);
    let words = |text: &LangText| Some(text.get(locale).to_owned()).filter(|text| !text.is_empty());
    let own = text.conditions.iter().filter(|condition| !common.conditions.contains(condition));
    Details {
        apply: may_apply.then(|| format!("{href}/apply")),
        online: online(service).filter(|_| service.is_open() && !may_apply),
        own_name: (text.name != common.name).then(|| text.name.get(locale).to_owned()),
        deviation: words(&member.deviation),
        notice: text.notice.as_ref().and_then(words),
        closed: !service.is_open(),
        fee: fees(visit, member),
        deadline: deadlines(visit, member),
        channels: channels(visit, service),
        conditions: own.map(|condition| condition.get(locale).to_owned()).collect(),
        contacts: text.providers.first().map(|provider| contacts(&provider.contact)).unwrap_or_default(),
        href,
    }
}

/// The address at which the institution takes requests on-line, and the site it is on.
fn online(service: &Service) -> Option<Link> {
    let href = web_link(service.offer(Channel::Electronic)?.link.as_deref())?;
    let name = href.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned();
    Some(Link { href, name })
}

fn channels(visit: &Visit, service: &Service) -> Vec<ChannelLine> {
    let line = |offer: &catalogue::ChannelOffer| ChannelLine {
        name: visit.text(&format!("channel-{}", offer.channel)),
        hours: offer.hours.get(visit.locale()).to_owned(),
        fee: fee(visit, offer.fee),
        deadline: deadline(visit, service.deadline(offer.channel)),
    };
    service.description.channels.iter().map(line).collect()
}

/// The fee, or from which to which.
pub(super) fn fees(visit: &Visit, member: &Member) -> String {
    let words = |cents: i64| fee(visit, Fee::Amount(Money::cents(cents)));
    match member.fees() {
        None => fee(visit, Fee::Stated),
        Some((low, high)) if low == high => words(low),
        Some((low, high)) => between(visit, words(low), words(high)),
    }
}

/// The term, or from which to which.
pub(super) fn deadlines(visit: &Visit, member: &Member) -> String {
    match member.deadlines() {
        None => deadline(visit, catalogue::LEGAL_DEADLINE),
        Some((short, long)) if short == long => deadline(visit, short),
        Some((short, long)) => between(visit, deadline(visit, short), deadline(visit, long)),
    }
}

fn between(visit: &Visit, from: String, to: String) -> String {
    let mut values = Args::new();
    values.set("from", from);
    values.set("to", to);
    visit.text_with("unified-between", &values)
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
