//! The vocabularies and the addresses of their terms.

use oxrdf::NamedNode;

/// Prefix and namespace of every vocabulary used.
pub const PREFIXES: [(&str, &str); 24] = [
    ("activity", "http://publications.europa.eu/resource/authority/main-activity/"),
    ("adms", "http://www.w3.org/ns/adms#"),
    ("atu", "http://publications.europa.eu/resource/authority/atu/"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("currency", "http://publications.europa.eu/resource/authority/currency/"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("file-type", "http://publications.europa.eu/resource/authority/file-type/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("frequency", "http://publications.europa.eu/resource/authority/frequency/"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("language", "http://publications.europa.eu/resource/authority/language/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("schema", "http://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("status", "http://purl.org/adms/status/"),
    ("theme", "http://publications.europa.eu/resource/authority/data-theme/"),
    ("time", "http://www.w3.org/2006/time#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The term that `compact` stands for, `dct:title`. A prefix that is not in [`PREFIXES`] makes an address of itself.
pub fn term(compact: &str) -> NamedNode {
    let expanded = compact.split_once(':').and_then(|(prefix, name)| {
        let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
        Some(format!("{namespace}{name}"))
    });
    NamedNode::new_unchecked(expanded.unwrap_or_else(|| compact.to_owned()))
}

/// The short form of an address, `dct:title`, if its name needs no escaping in any of the notations.
pub fn compact(iri: &str) -> Option<String> {
    PREFIXES.iter().find_map(|(prefix, namespace)| {
        let name = iri.strip_prefix(namespace)?;
        let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        plain.then(|| format!("{prefix}:{name}"))
    })
}
