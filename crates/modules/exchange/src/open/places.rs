//! Where people are served in person: the seats of institutions and their branches (CAT-12, POR-16). CPSV-AP leaves open
//! where a channel is; the Core Location Vocabulary says what a place is, the Organization Ontology whose site it is.

use super::{Graph, hours, organisations, publisher::OpenData, sources::Sources};
use catalogue::Weekday;
use institutions::{Branch, Institution, OpeningHours, Position};
use kernel::LangText;
use oxrdf::NamedNode;

/// What is said of a place.
struct Told<'a> {
    code: &'a str,
    /// `id/institution/VSAA#branch-3`: who asks there reads of the institution, and of all its places.
    path: String,
    name: &'a LangText,
    address: Option<NamedNode>,
    position: Option<Position>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    hours: &'a LangText,
    opening: &'a [OpeningHours],
}

/// The place with this code; none when it is not one to go to any more.
pub(super) fn place(graph: &mut Graph, open: &OpenData, sources: &Sources, code: &str) -> Option<NamedNode> {
    match sources.branch(code) {
        Some(found) => Some(branch(graph, open, sources.institution(found.institution)?, found)),
        None => Some(seat(graph, open, sources.seat(code)?)),
    }
}

/// The seat of an institution.
pub(super) fn seat(graph: &mut Graph, open: &OpenData, institution: &Institution) -> NamedNode {
    let path = format!("id/institution/{}", institution.code);
    let told = Told {
        code: &institution.code,
        path: format!("{path}#seat"),
        name: &institution.name,
        // It is described with the institution.
        address: institution.address.as_ref().map(|_| open.thing(&format!("{path}#address"))),
        position: institution.position,
        phone: institution.phone.as_deref(),
        email: institution.email.as_deref(),
        hours: &institution.opening_hours,
        opening: &institution.opening,
    };
    described(graph, open, institution, &told)
}

/// A branch of an institution.
pub(super) fn branch(graph: &mut Graph, open: &OpenData, institution: &Institution, branch: &Branch) -> NamedNode {
    let (path, text) = (format!("id/institution/{}#branch-{}", institution.code, branch.number), &branch.text);
    let address = open.thing(&format!("{path}-address"));
    if graph.first(&address) {
        graph.a(&address, &["locn:Address"]);
        graph.text(&address, "locn:fullAddress", &text.address, "lv");
    }
    let told = Told {
        code: &branch.code,
        path,
        name: &text.name,
        address: Some(address),
        position: Some(text.position),
        phone: text.phone.as_deref(),
        email: None,
        hours: &text.hours,
        opening: &text.opening,
    };
    described(graph, open, institution, &told)
}

fn described(graph: &mut Graph, open: &OpenData, institution: &Institution, told: &Told<'_>) -> NamedNode {
    let owner = organisations::organisation(graph, open, institution);
    let node = open.thing(&told.path);
    if !graph.first(&node) {
        return node;
    }
    let contact = contact(graph, open, told, &owner);
    graph.a(&node, &["dct:Location", "org:Site"]);
    graph.plain(&node, "dct:identifier", told.code);
    graph.texts(&node, "locn:geographicName", told.name);
    if let Some(address) = &told.address {
        graph.link(&node, "locn:address", address);
    }
    if let Some(at) = told.position {
        let point = format!("POINT({} {})", at.longitude, at.latitude);
        graph.typed(&node, "locn:geometry", &point, "geo:wktLiteral");
    }
    if let Some(contact) = contact {
        graph.link(&node, "cv:contactPoint", &contact);
    }
    graph.link(&node, "org:siteOf", &owner);
    node
}

/// How to reach a place, and when it is open; none where nothing is known of either.
fn contact(graph: &mut Graph, open: &OpenData, told: &Told<'_>, owner: &NamedNode) -> Option<NamedNode> {
    let path = format!("{}-contact", told.path);
    let lines: Vec<hours::Line<'_>> = told.opening.iter().map(line).collect();
    let hours = hours::told(graph, open, &format!("{}-hours", told.path), &lines, told.hours);
    if hours.is_empty() && told.phone.is_none() && told.email.is_none() {
        return None;
    }
    let node = open.thing(&path);
    graph.a(&node, &["cv:ContactPoint"]);
    graph.plain(&node, "dct:identifier", &format!("{}-contact", told.code));
    for (property, text) in [("cv:telephone", told.phone), ("cv:email", told.email)] {
        if let Some(text) = text {
            graph.plain(&node, property, text);
        }
    }
    for hours in &hours {
        graph.link(&node, "cv:openingHours", hours);
    }
    graph.link(&node, "dct:relation", owner);
    Some(node)
}

fn line(hours: &OpeningHours) -> hours::Line<'_> {
    let day = |number: &u8| Weekday::ALL.get(usize::from(*number).checked_sub(1)?).copied();
    hours::Line { days: hours.days.iter().filter_map(day).collect(), opens: &hours.opens, closes: &hours.closes }
}
