//! Our own closed lists as concept schemes: `{base}/id/concept/{list}/{word}`.

use super::{Graph, publisher::OpenData};
use catalogue::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, Flags, OutputKind, Signature, Stage, evidence_type,
    evidence_types,
};
use kernel::{Channel, LangText};
use oxrdf::NamedNode;

/// A list: its name in addresses, its words, and the text of each.
struct Scheme {
    name: &'static str,
    words: fn() -> Vec<String>,
    text: fn(&OpenData, &str) -> Option<LangText>,
}

/// Every list that descriptions speak of.
const SCHEMES: [Scheme; 13] = [
    Scheme {
        name: "channel",
        words: || all(Channel::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("channel-{word}")),
    },
    Scheme {
        name: "channel-reason",
        words: || all(ChannelReason::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("channel-reason-{word}")),
    },
    Scheme {
        name: "client-circle",
        words: || all(ClientCircle::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("client-circle-{word}")),
    },
    Scheme { name: "cofog", words: || all(catalogue::cofog_codes().iter().copied()), text: division },
    Scheme {
        name: "digital",
        words: || all(DigitalScope::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("digital-{word}")),
    },
    Scheme {
        name: "document",
        words: || all(DocumentKind::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("catalogue-document-{word}")),
    },
    Scheme {
        name: "evidence-type",
        words: || evidence_types().iter().map(|one| one.code.clone()).collect(),
        text: |_, word| evidence_type(word).map(|one| one.name.clone()),
    },
    Scheme {
        name: "identification",
        words: || all(["none", "low", "substantial", "high"]),
        text: |open, word| open.word(&format!("identification-{word}")),
    },
    Scheme {
        name: "mark",
        words: || all(Flags::WORDS),
        text: |open, word| open.word(&format!("catalogue-flag-{word}")),
    },
    Scheme {
        name: "output",
        words: || all(OutputKind::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("open-output-{word}")),
    },
    Scheme {
        name: "role",
        words: || Stage::ALL.iter().map(|one| format!("provider-{}", one.as_str())).collect(),
        text: |open, word| open.word(&format!("open-role-{}", word.trim_start_matches("provider-"))),
    },
    Scheme {
        name: "signature",
        words: || all(Signature::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("signature-{word}")),
    },
    Scheme {
        name: "stage",
        words: || all(Stage::ALL.iter().map(|one| one.as_str())),
        text: |open, word| open.word(&format!("catalogue-stage-{word}")),
    },
];

/// Classes of COFOG are spoken of by the words of their division.
fn division(open: &OpenData, class: &str) -> Option<LangText> {
    open.word(&format!("theme-{}", class.split('.').next().unwrap_or_default()))
}

fn all(words: impl IntoIterator<Item = &'static str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// A word of a list, with what it is called in both languages.
pub(super) fn concept(graph: &mut Graph, open: &OpenData, list: &str, word: &str) -> NamedNode {
    let concept = open.thing(&format!("id/concept/{list}/{word}"));
    if graph.first(&concept) {
        let scheme = SCHEMES.iter().find(|scheme| scheme.name == list);
        let label = scheme.and_then(|scheme| (scheme.text)(open, word));
        graph.a(&concept, &["skos:Concept"]);
        graph.plain(&concept, "skos:notation", word);
        graph.texts(&concept, "skos:prefLabel", &label.unwrap_or_else(|| LangText::new("", word)));
        graph.link(&concept, "skos:inScheme", &open.thing(&format!("id/concept/{list}")));
    }
    concept
}

/// A list of ours with its words, or one word of it; none when there is no such list or word (OPN-03).
#[must_use]
pub fn describe_concepts(open: &OpenData, list: &str, word: Option<&str>) -> Option<Graph> {
    let scheme = SCHEMES.iter().find(|scheme| scheme.name == list)?;
    let mut graph = Graph::default();
    let node = open.thing(&format!("id/concept/{list}"));
    graph.a(&node, &["skos:ConceptScheme"]);
    graph.texts(&node, "dct:title", &open.word(&format!("open-scheme-{list}")).unwrap_or_default());
    let wanted = (scheme.words)().into_iter().filter(|known| word.is_none_or(|word| word == known));
    let concepts: Vec<NamedNode> = wanted.map(|word| concept(&mut graph, open, list, &word)).collect();
    concepts.iter().for_each(|concept| graph.link(&node, "skos:hasTopConcept", concept));
    (!concepts.is_empty()).then_some(graph)
}
