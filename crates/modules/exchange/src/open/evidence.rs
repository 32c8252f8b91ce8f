//! Kinds of evidence: those of the shared list with its names, others as people wrote them.

use super::{Graph, organisations::web_address, publisher::OpenData, schemes};
use oxrdf::NamedNode;

/// A kind of evidence by what a description calls it: a code of the shared list, an address, or free words, which
/// become a safe address of ours and stay readable as its title.
pub(super) fn evidence_type(graph: &mut Graph, open: &OpenData, kind: &str) -> NamedNode {
    let address = web_address(kind);
    let shared = catalogue::evidence_type(kind);
    let class = shared.map(|_| schemes::concept(graph, open, "evidence-type", kind));
    let node = address.clone().unwrap_or_else(|| open.named("id/evidence-type", kind));
    graph.a(&node, &["cv:EvidenceType"]);
    graph.plain(&node, "dct:identifier", kind);
    if let Some(known) = shared {
        graph.texts(&node, "dct:title", &known.name);
    } else if address.is_none() {
        graph.plain(&node, "dct:title", kind);
    }
    if let Some(class) = class {
        graph.link(&node, "cv:evidenceTypeClassification", &class);
    }
    node
}
