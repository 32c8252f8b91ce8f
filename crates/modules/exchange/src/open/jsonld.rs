//! Triples as JSON-LD, in the shape that people read: one object a thing, short names, a context that needs no network.

use super::Graph;
use super::terms::{PREFIXES, compact};
use kernel::Result;
use oxrdf::{Literal, NamedOrBlankNode, Term};
use serde_json::{Map, Value, json};

/// What `@type` is in triples.
const TYPE: &str = "rdf:type";

impl Graph {
    /// As JSON-LD.
    ///
    /// # Errors
    /// Internal when it cannot be written.
    pub fn to_json_ld(&self) -> Result<Vec<u8>> {
        let mut nodes: Vec<(String, Map<String, Value>)> = Vec::new();
        for triple in self.triples() {
            let subject = match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => short(node.as_str()),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            if nodes.last().is_none_or(|(last, _)| *last != subject) {
                let node = Map::from_iter([("@id".to_owned(), Value::String(subject.clone()))]);
                nodes.push((subject, node));
            }
            let Some((_, node)) = nodes.last_mut() else { continue };
            let name = short(triple.predicate.as_str());
            if name == TYPE {
                add(node, "@type", json!(spoken(&triple.object)));
            } else {
                add(node, &name, value(&triple.object));
            }
        }
        let context: Map<String, Value> =
            PREFIXES.iter().map(|(prefix, namespace)| ((*prefix).to_owned(), json!(namespace))).collect();
        let nodes: Vec<Value> = nodes.into_iter().map(|(_, node)| Value::Object(node)).collect();
        Ok(serde_json::to_vec(&json!({ "@context": context, "@graph": nodes }))?)
    }
}

/// Adds a value: one alone, several as a list.
fn add(node: &mut Map<String, Value>, name: &str, value: Value) {
    match node.get_mut(name) {
        None => drop(node.insert(name.to_owned(), value)),
        Some(Value::Array(values)) => values.push(value),
        Some(one) => {
            let first = one.take();
            *one = Value::Array(vec![first, value]);
        }
    }
}

fn short(iri: &str) -> String {
    compact(iri).unwrap_or_else(|| iri.to_owned())
}

/// The name of a class.
fn spoken(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => short(node.as_str()),
        other => other.to_string(),
    }
}

fn value(term: &Term) -> Value {
    match term {
        Term::NamedNode(node) => json!({ "@id": short(node.as_str()) }),
        Term::BlankNode(node) => json!({ "@id": node.to_string() }),
        Term::Literal(literal) => text(literal),
    }
}

fn text(literal: &Literal) -> Value {
    match (literal.language(), literal.datatype().as_str()) {
        (Some(language), _) => json!({ "@language": language, "@value": literal.value() }),
        (None, "http://www.w3.org/2001/XMLSchema#string") => json!(literal.value()),
        (None, datatype) => json!({ "@type": short(datatype), "@value": literal.value() }),
    }
}
