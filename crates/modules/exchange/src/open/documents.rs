//! Conditions, what proves them, and what comes of the service (CAT-06, CAT-07).

use super::service::Mapping;
use super::{evidence, organisations};
use catalogue::{ChannelOffer, Description, DocumentKind, FormChoice, RequiredDocument, ServiceState, Stage};
use kernel::{Channel, LangText};
use oxrdf::NamedNode;

/// Numbers, from 1, of the documents that are needed in one channel but not in all.
pub(super) fn needed_in(text: &Description, channel: Channel) -> Vec<usize> {
    let only = |document: &RequiredDocument| document.channels.contains(&channel);
    text.documents.iter().enumerate().filter(|(_, document)| only(document)).map(|(place, _)| place + 1).collect()
}

/// Every condition as a requirement, with the documents and kinds of evidence that prove it.
pub(super) fn requirements(map: &mut Mapping<'_>) {
    let text = map.text();
    for (place, condition) in text.conditions.iter().enumerate() {
        if condition.languages().next().is_none() {
            continue;
        }
        let number = place + 1;
        let proofs: Vec<(usize, &RequiredDocument)> = text
            .documents
            .iter()
            .enumerate()
            .filter(|(_, document)| document.proves.map(usize::from) == Some(number))
            .map(|(place, document)| (place + 1, document))
            .collect();
        let kinds = proofs.iter().filter_map(|(_, document)| document.evidence());
        let kinds: Vec<NamedNode> = kinds.map(|kind| evidence::evidence_type(map.graph, map.open, kind)).collect();
        let list = (!kinds.is_empty()).then(|| {
            let name = format!("evidence-{number}");
            let list = map.part(&name);
            map.begin(&list, &["cv:EvidenceTypeList"], &name);
            kinds.iter().for_each(|kind| map.graph.link(&list, "cv:specifiesEvidenceType", kind));
            list
        });
        let name = format!("requirement-{number}");
        let node = map.part(&name);
        map.begin(&node, &["cv:Requirement"], &name);
        map.graph.texts(&node, "dct:title", condition);
        if let Some(list) = list {
            map.graph.link(&node, "cv:hasEvidenceTypeList", &list);
        }
        for (number, _) in proofs {
            let document = map.part(&format!("document-{number}"));
            map.graph.link(&node, "cv:hasSupportingEvidence", &document);
        }
        map.link("cv:holdsRequirement", &node);
    }
}

/// Every document and form as evidence that goes in.
pub(super) fn inputs(map: &mut Mapping<'_>) {
    let text = map.text();
    for (place, document) in text.documents.iter().enumerate() {
        let kind = document.kind.as_str();
        let concept = map.word("document", kind);
        let page = document.link.as_deref().and_then(|address| organisations::page(map.graph, address));
        let evidence = document.evidence().map(|kind| evidence::evidence_type(map.graph, map.open, kind));
        let name = format!("document-{}", place + 1);
        let node = map.part(&name);
        map.begin(&node, &["cv:Evidence"], &name);
        map.graph.texts(&node, "dct:title", &document.name);
        let need = if document.required { "open-document-required" } else { "open-document-optional" };
        for words in [document.note.clone(), map.open.word(need)] {
            map.graph.texts(&node, "dct:description", &words.unwrap_or_default());
        }
        map.graph.link(&node, "dct:type", &concept);
        if let Some(page) = page {
            map.graph.link(&node, "foaf:page", &page);
        }
        if let Some(evidence) = evidence {
            map.graph.link(&node, "dct:conformsTo", &evidence);
            map.link("cv:hasInputType", &evidence);
        }
        if let Some(proved) = document.proves.map(usize::from)
            && (1..=text.conditions.len()).contains(&proved)
        {
            let requirement = map.part(&format!("requirement-{proved}"));
            map.graph.link(&node, "cv:supportsRequirement", &requirement);
        }
        map.link("cpsv:hasInput", &node);
    }
}

/// The form of the portal that the service is requested with, as evidence that goes in by the electronic channel: which form
/// it is, and while the service is open the pages where it is filled in (CAT-06, EFR-01).
pub(super) fn form(map: &mut Mapping<'_>, offer: &ChannelOffer) -> Option<NamedNode> {
    if offer.channel != Channel::Electronic || !offer.stages.contains(&Stage::Request) {
        return None;
    }
    let (text, service) = (map.text(), map.service);
    let key = match &text.form {
        FormChoice::Unsaid => service.form_key.as_deref(),
        chosen => chosen.key(),
    }?;
    let kind = map.open.named("id/form", key);
    if map.graph.first(&kind) {
        map.graph.a(&kind, &["cv:EvidenceType"]);
        map.graph.plain(&kind, "dct:identifier", key);
    }
    let concept = map.word("document", DocumentKind::Form.as_str());
    let mut pages = Vec::new();
    if service.state == ServiceState::Open {
        for language in ["lv", "en"] {
            let address = format!("{}/{language}/services/{}/apply", map.open.settings().base_url, service.code);
            pages.extend(organisations::page(map.graph, &address));
        }
    }
    let node = map.part("form");
    map.begin(&node, &["cv:Evidence"], "form");
    map.graph.texts(&node, "dct:title", &map.open.word("open-form").unwrap_or_else(|| LangText::new("", key)));
    map.graph.link(&node, "dct:type", &concept);
    map.graph.link(&node, "dct:conformsTo", &kind);
    for page in pages {
        map.graph.link(&node, "foaf:page", &page);
    }
    Some(node)
}

/// What comes of it.
pub(super) fn outputs(map: &mut Mapping<'_>) {
    for (place, output) in map.text().outputs.iter().enumerate() {
        let kind = output.kind.as_str();
        let concept = map.word("output", kind);
        let name = format!("output-{}", place + 1);
        let node = map.part(&name);
        map.begin(&node, &["cv:Output"], &name);
        map.graph.texts(&node, "dct:title", &output.name);
        map.graph.link(&node, "dct:type", &concept);
        map.link("cpsv:produces", &node);
    }
}
