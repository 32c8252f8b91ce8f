//! Who provides which stage, and every channel with its places, hours, time and cost of its own (CAT-12, CAT-13, CAT-25).

use super::service::Mapping;
use super::{documents, hours, organisations, places};
use catalogue::{ChannelOffer, Contact, Deadline, Fee, LEGAL_DEADLINE};
use i18n::Args;
use kernel::LangText;
use oxrdf::NamedNode;

/// One participation for each provider of a stage; returns their contact points.
pub(super) fn participations(map: &mut Mapping<'_>) -> Vec<NamedNode> {
    let mut contacts: Vec<(&Contact, NamedNode)> = Vec::new();
    for (place, provider) in map.text().providers.iter().enumerate() {
        let Some(organisation) = map.organisation(provider.institution) else { continue };
        let stage = provider.stage.as_str();
        let role = map.word("role", &format!("provider-{stage}"));
        let name = format!("participation-{}", place + 1);
        let node = map.part(&name);
        map.begin(&node, &["cv:Participation"], &name);
        let words = map.open.word(&format!("open-role-{stage}")).unwrap_or_else(|| LangText::new("", stage));
        map.graph.texts(&node, "dct:description", &words);
        map.graph.link(&node, "cv:role", &role);
        map.graph.link(&node, "cv:hasParticipant", &organisation);
        map.link("cv:hasParticipation", &node);
        if !provider.contact.is_empty() && !contacts.iter().any(|(known, _)| **known == provider.contact) {
            let point = contact_point(map, &provider.contact, contacts.len() + 1, &organisation);
            contacts.push((&provider.contact, point));
        }
    }
    contacts.into_iter().map(|(_, point)| point).collect()
}

fn contact_point(map: &mut Mapping<'_>, contact: &Contact, number: usize, owner: &NamedNode) -> NamedNode {
    let page = contact.website.as_deref().and_then(|address| organisations::page(map.graph, address));
    let place = contact.address.as_ref().map(|address| {
        let at = map.part(&format!("contact-{number}-address"));
        map.graph.a(&at, &["locn:Address"]);
        map.graph.text(&at, "locn:fullAddress", address, "lv");
        at
    });
    let name = format!("contact-{number}");
    let node = map.part(&name);
    map.begin(&node, &["cv:ContactPoint"], &name);
    if let Some(phone) = &contact.phone {
        map.graph.plain(&node, "cv:telephone", phone);
    }
    if let Some(email) = &contact.email {
        map.graph.plain(&node, "cv:email", email);
    }
    if let Some(page) = page {
        map.graph.link(&node, "cv:contactPage", &page);
    }
    if let Some(place) = place {
        map.graph.link(&node, "locn:address", &place);
    }
    map.graph.link(&node, "dct:relation", owner);
    node
}

/// Every channel, and what it costs: one node for the ordinary fee and one for each other payment.
pub(super) fn channels(map: &mut Mapping<'_>, owner: Option<&NamedNode>) {
    let offers = &map.text().channels;
    for offer in offers {
        let channel = channel(map, offer, owner);
        map.link("cv:hasChannel", &channel);
        costs(map, offer, &channel, owner);
    }
    // One time for the whole service is true only where it is the same in every channel.
    let mut times = offers.iter().map(|offer| offer.deadline.unwrap_or(LEGAL_DEADLINE));
    if let Some(first) = times.next()
        && times.all(|other| other == first)
    {
        let node = map.node.clone();
        map.graph.typed(&node, "cv:processingTime", &duration(first), "xsd:duration");
    }
}

fn channel(map: &mut Mapping<'_>, offer: &ChannelOffer, owner: Option<&NamedNode>) -> NamedNode {
    let word = offer.channel.as_str();
    let hours = opening_hours(map, offer);
    let named = offer.places.iter();
    let places: Vec<_> = named.filter_map(|code| places::place(map.graph, map.open, map.sources, code)).collect();
    let form = documents::form(map, offer);
    let kind = map.word("channel", word);
    let reason = map.word("channel-reason", offer.reason.as_str());
    let stages: Vec<NamedNode> = offer.stages.iter().map(|stage| map.word("stage", stage.as_str())).collect();
    let page = offer.link.as_deref().and_then(|address| organisations::page(map.graph, address));
    let name = format!("channel-{word}");
    let node = map.part(&name);
    map.begin(&node, &["cv:Channel"], &name);
    map.graph.link(&node, "dct:type", &kind);
    // CPSV-AP has no word for what can be done in a channel and why it was chosen; the lists tell which is which.
    for concept in stages.iter().chain([&reason]) {
        map.graph.link(&node, "dct:subject", concept);
    }
    let deadline = offer.deadline.unwrap_or(LEGAL_DEADLINE);
    for text in [map.open.word(&format!("channel-{word}")), Some(offer.note.clone()), time_in_words(map, deadline)] {
        map.graph.texts(&node, "dct:description", &text.unwrap_or_default());
    }
    map.graph.typed(&node, "cv:processingTime", &duration(deadline), "xsd:duration");
    for hours in hours {
        map.graph.link(&node, "cv:openingHours", &hours);
    }
    for place in places {
        map.graph.link(&node, "dct:spatial", &place);
    }
    if let Some(page) = page {
        map.graph.link(&node, "foaf:page", &page);
    }
    if let Some(owner) = owner {
        map.graph.link(&node, "cv:ownedBy", owner);
    }
    let needed = documents::needed_in(map.text(), offer.channel);
    let needed = needed.into_iter().map(|place| map.part(&format!("document-{place}")));
    let inputs: Vec<NamedNode> = needed.chain(form).collect();
    for input in inputs {
        map.graph.link(&node, "cpsv:hasInput", &input);
    }
    node
}

fn costs(map: &mut Mapping<'_>, offer: &ChannelOffer, channel: &NamedNode, owner: Option<&NamedNode>) {
    let mut nodes = Vec::new();
    // A fee that depends on the case is said by its cases.
    if offer.fee != Fee::Stated || offer.tiers.is_empty() {
        nodes.push(cost(map, &format!("cost-{}", offer.channel), offer.fee));
    }
    for (place, tier) in offer.tiers.iter().enumerate() {
        let node = cost(map, &format!("cost-{}-{}", offer.channel, place + 1), tier.fee);
        let added = tier.added.then(|| map.open.word("catalogue-fee-added")).flatten();
        for words in [Some(&tier.condition), added.as_ref()].into_iter().flatten() {
            map.graph.texts(&node, "dct:description", words);
        }
        nodes.push(node);
    }
    for node in nodes {
        map.graph.link(&node, "cv:ifAccessedThrough", channel);
        if let Some(owner) = owner {
            map.graph.link(&node, "cv:isDefinedBy", owner);
        }
        map.link("cv:hasCost", &node);
    }
}

/// A payment; of one that is due it says how to pay.
fn cost(map: &mut Mapping<'_>, name: &str, fee: Fee) -> NamedNode {
    let euro = organisations::euro(map.graph);
    let node = map.part(name);
    map.begin(&node, &["cv:Cost"], name);
    match fee {
        Fee::Free => map.graph.typed(&node, "cv:hasValue", "0.00", "xsd:double"),
        Fee::Amount(amount) => map.graph.typed(&node, "cv:hasValue", &amount.to_string(), "xsd:double"),
        Fee::Stated => {}
    }
    let key = match fee {
        Fee::Free => Some("catalogue-fee-free"),
        Fee::Stated => Some("catalogue-fee-stated"),
        Fee::Amount(_) => None,
    };
    map.graph.texts(&node, "dct:description", &key.and_then(|key| map.open.word(key)).unwrap_or_default());
    if let Some(payment) = map.text().payment.as_ref().filter(|_| fee != Fee::Free) {
        map.graph.texts(&node, "skos:note", payment);
    }
    map.graph.link(&node, "cv:currency", &euro);
    node
}

/// When the provider works in a channel.
fn opening_hours(map: &mut Mapping<'_>, offer: &ChannelOffer) -> Vec<NamedNode> {
    let path = format!("id/service/{}#hours-{}", map.service.code, offer.channel);
    let lines = offer.opening.iter();
    let lines: Vec<hours::Line<'_>> =
        lines.map(|one| hours::Line { days: one.days.clone(), opens: &one.opens, closes: &one.closes }).collect();
    hours::told(map.graph, map.open, &path, &lines, &offer.hours)
}

fn time_in_words(map: &Mapping<'_>, deadline: Deadline) -> Option<LangText> {
    let mut values = Args::new();
    match deadline {
        Deadline::WorkingDays(days) => {
            values.set("days", i64::from(days));
            map.open.words("deadline-working-days", &values)
        }
        Deadline::Months(months) => {
            values.set("months", i64::from(months));
            map.open.words("deadline-months", &values)
        }
    }
}

/// A deadline as a duration. There is no duration in working days: five of them are told as a week, and the exact time
/// stands in the description of the channel.
pub(super) fn duration(deadline: Deadline) -> String {
    match deadline {
        Deadline::WorkingDays(days) => format!("P{}D", days + 2 * (days / 5)),
        Deadline::Months(months) => format!("P{months}M"),
    }
}
