//! Institutions as public organisations.

use super::{Graph, concepts, places, publisher::OpenData, terms::term};
use institutions::Institution;
use kernel::{PageRequest, Result};
use oxrdf::NamedNode;
use storage::Read;

/// An institution as a public organisation, with its territory and addresses, its seat and its open branches. It is an
/// agent as well, so that it can take part in services.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn describe_institution(tx: &Read, open: &OpenData, institution: &Institution) -> Result<Graph> {
    let mut graph = Graph::default();
    organisation(&mut graph, open, institution);
    places::seat(&mut graph, open, institution);
    let mut page = PageRequest::first(PageRequest::MAX);
    loop {
        let found = institutions::branches(tx, institution.id, &page).await?;
        for branch in &found.items {
            places::branch(&mut graph, open, institution, branch);
        }
        let Some(next) = found.next else { return Ok(graph) };
        page = PageRequest::new(PageRequest::MAX, Some(next));
    }
}

/// The address of an institution; described the first time.
pub(super) fn organisation(graph: &mut Graph, open: &OpenData, institution: &Institution) -> NamedNode {
    let node = open.thing(&format!("id/institution/{}", institution.code));
    if !graph.first(&node) {
        return node;
    }
    let place = match &institution.atvk {
        Some(atvk) => concepts::municipality(graph, open, atvk),
        None => concepts::latvia(graph),
    };
    let address = institution.address.as_ref().map(|address| {
        let at = open.thing(&format!("id/institution/{}#address", institution.code));
        graph.a(&at, &["locn:Address"]);
        graph.text(&at, "locn:fullAddress", address, "lv");
        at
    });
    graph.a(&node, &["cv:PublicOrganisation", "org:Organization", "foaf:Agent"]);
    graph.plain(&node, "dct:identifier", &institution.code);
    graph.texts(&node, "skos:prefLabel", &institution.name);
    graph.texts(&node, "dct:title", &institution.name);
    graph.link(&node, "dct:spatial", &place);
    if let Some(number) = &institution.registration_number {
        graph.plain(&node, "org:identifier", number);
    }
    if let Some(website) = institution.website.as_deref().and_then(web_address) {
        graph.link(&node, "foaf:homepage", &website);
    }
    if let Some(address) = address {
        graph.link(&node, "locn:address", &address);
    }
    node
}

/// A web page as a document, if its address is one.
pub(super) fn page(graph: &mut Graph, address: &str) -> Option<NamedNode> {
    let page = web_address(address)?;
    if graph.first(&page) {
        graph.a(&page, &["foaf:Document"]);
    }
    Some(page)
}

/// An address of the web as it stands in a description, if it is one. People write descriptions.
pub(super) fn web_address(text: &str) -> Option<NamedNode> {
    let text = text.trim();
    let web = text.starts_with("https://") || text.starts_with("http://");
    NamedNode::new(text).ok().filter(|_| web)
}

/// The euro.
pub(super) fn euro(graph: &mut Graph) -> NamedNode {
    let euro = term("currency:EUR");
    if graph.first(&euro) {
        graph.a(&euro, &["skos:Concept"]);
        graph.plain(&euro, "skos:notation", "EUR");
    }
    euro
}
