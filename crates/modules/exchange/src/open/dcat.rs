//! The data set as DCAT-AP describes it: what it is, who publishes it, under which licence, and where it can be had
//! (OPN-03).

use super::{Graph, concepts, publisher::OpenData, terms::term};
use chrono::{DateTime, Utc};
use kernel::LangText;
use oxrdf::NamedNode;

/// Format of the European file-type table, media type, path, text key, and whether it conforms to CPSV-AP.
const DISTRIBUTIONS: [(&str, &str, &str, &str, bool); 3] = [
    ("RDF_TURTLE", "text/turtle", "dump.ttl", "open-data-turtle", true),
    ("JSON", "application/jsonl", "dump.jsonl", "open-data-jsonl", false),
    ("CSV", "text/csv", "dump.csv", "open-data-csv", false),
];

/// The specification that the linked data conform to.
const CPSV_AP: &str = "https://semiceu.github.io/CPSV-AP/releases/3.2.0/";

/// The catalogue with its one data set, the files it can be had as, and the interface that serves it. `modified` is the
/// last public change of the register.
#[must_use]
pub fn describe_catalogue(open: &OpenData, modified: Option<DateTime<Utc>>) -> Graph {
    let mut graph = Graph::default();
    let settings = open.settings();
    let catalogue = open.thing("id/catalogue");
    let dataset = open.thing("id/dataset/services");
    let publisher = publisher(&mut graph, open);
    graph.a(&catalogue, &["dcat:Catalog"]);
    describe(&mut graph, open, &catalogue, "open-data-catalogue", modified);
    graph.link(&catalogue, "dct:publisher", &publisher);
    graph.link(&catalogue, "dct:license", &NamedNode::new_unchecked(settings.licence.clone()));
    let home = document(&mut graph, &settings.base_url);
    graph.link(&catalogue, "foaf:homepage", &home);
    let theme = concepts::others(&mut graph, "theme:GOVE", "Government and public sector");
    data_set(&mut graph, open, &dataset, modified);
    graph.link(&dataset, "dct:publisher", &publisher);
    graph.link(&dataset, "dcat:theme", &theme);
    graph.link(&catalogue, "dcat:dataset", &dataset);
    for (format, media, path, key, conforms) in DISTRIBUTIONS {
        let node = open.thing(&format!("id/dataset/services#{}", path.replace('.', "-")));
        let address = open.thing(&format!("api/v1/services/{path}"));
        graph.a(&node, &["dcat:Distribution"]);
        describe(&mut graph, open, &node, key, modified);
        graph.link(&node, "dcat:accessURL", &address);
        graph.link(&node, "dcat:downloadURL", &address);
        graph.link(&node, "dct:license", &NamedNode::new_unchecked(settings.licence.clone()));
        graph.link(&node, "dct:format", &term(&format!("file-type:{format}")));
        let media = format!("https://www.iana.org/assignments/media-types/{media}");
        graph.link(&node, "dcat:mediaType", &NamedNode::new_unchecked(media));
        if conforms {
            graph.link(&node, "dct:conformsTo", &NamedNode::new_unchecked(CPSV_AP));
        }
        graph.link(&dataset, "dcat:distribution", &node);
    }
    service(&mut graph, open, &dataset);
    graph.link(&catalogue, "dcat:service", &open.thing("id/dataset/services#api"));
    graph
}

fn describe(graph: &mut Graph, open: &OpenData, node: &NamedNode, key: &str, modified: Option<DateTime<Utc>>) {
    let words = |key: &str| open.word(key).unwrap_or_else(|| LangText::new("", key));
    graph.texts(node, "dct:title", &words(key));
    graph.texts(node, "dct:description", &words(&format!("{key}-about")));
    if let Some(modified) = modified {
        graph.typed(node, "dct:modified", &super::service::instant(modified), "xsd:dateTime");
    }
    for tag in ["lv", "en"] {
        if let Some(language) = concepts::language(graph, tag) {
            graph.link(node, "dct:language", &language);
        }
    }
}

fn publisher(graph: &mut Graph, open: &OpenData) -> NamedNode {
    let node = open.thing("id/publisher");
    let name = &open.settings().publisher;
    graph.a(&node, &["foaf:Agent"]);
    graph.plain(&node, "dct:identifier", "publisher");
    for property in ["foaf:name", "dct:title"] {
        graph.text(&node, property, name, "lv");
    }
    node
}

/// The data set itself.
fn data_set(graph: &mut Graph, open: &OpenData, node: &NamedNode, modified: Option<DateTime<Utc>>) {
    let place = concepts::latvia(graph);
    let contact = open.thing("id/dataset/services#contact");
    let page = document(graph, &format!("{}/lv/services", open.settings().base_url));
    graph.a(node, &["dcat:Dataset"]);
    graph.plain(node, "dct:identifier", "services");
    describe(graph, open, node, "open-data-services", modified);
    for (language, words) in
        [("lv", ["valsts pakalpojumi", "pakalpojumu katalogs"]), ("en", ["public services", "CPSV-AP"])]
    {
        for word in words {
            graph.text(node, "dcat:keyword", word, language);
        }
    }
    graph.link(node, "dct:spatial", &place);
    graph.link(node, "dct:accrualPeriodicity", &term("frequency:UPDATE_CONT"));
    graph.link(node, "dct:conformsTo", &NamedNode::new_unchecked(CPSV_AP));
    graph.link(node, "dcat:landingPage", &page);
    graph.link(node, "dcat:contactPoint", &contact);
    graph.a(&contact, &["vcard:Organization"]);
    graph.text(&contact, "vcard:fn", &open.settings().publisher, "lv");
    let email = NamedNode::new(format!("mailto:{}", open.settings().email));
    if let Ok(email) = email {
        graph.link(&contact, "vcard:hasEmail", &email);
    }
}

/// The interface that serves the data set, with the feed of its changes.
fn service(graph: &mut Graph, open: &OpenData, dataset: &NamedNode) {
    let node = open.thing("id/dataset/services#api");
    graph.a(&node, &["dcat:DataService"]);
    describe(graph, open, &node, "open-data-api", None);
    graph.link(&node, "dcat:endpointURL", &open.thing("api/v1/services"));
    graph.link(&node, "dcat:endpointDescription", &open.thing("openapi.json"));
    graph.link(&node, "dcat:servesDataset", dataset);
    graph.link(&node, "dct:license", &NamedNode::new_unchecked(open.settings().licence.clone()));
}

fn document(graph: &mut Graph, address: &str) -> NamedNode {
    let page = NamedNode::new_unchecked(address);
    if graph.first(&page) {
        graph.a(&page, &["foaf:Document"]);
    }
    page
}
