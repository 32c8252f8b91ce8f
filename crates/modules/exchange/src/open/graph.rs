//! A list of triples that grows.

use super::terms::term;
use kernel::LangText;
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Triple};
use std::collections::{HashMap, HashSet};

/// What is said of services, as triples in the order in which they are written. There are no blank nodes: everything has
/// an address, so two writings of the same can be compared.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    triples: Vec<Triple>,
    described: HashSet<String>,
}

impl Graph {
    /// The triples, each once: what is said of one thing stands together, in the order in which things came up first.
    #[must_use]
    pub fn triples(&self) -> Vec<&Triple> {
        let mut subjects: HashMap<&NamedOrBlankNode, usize> = HashMap::new();
        let mut predicates: HashMap<(usize, &NamedNode), usize> = HashMap::new();
        let mut said: HashSet<&Triple> = HashSet::with_capacity(self.triples.len());
        let mut placed: Vec<(usize, usize, &Triple)> = Vec::with_capacity(self.triples.len());
        for triple in self.triples.iter().filter(|triple| said.insert(*triple)) {
            let next = subjects.len();
            let subject = *subjects.entry(&triple.subject).or_insert(next);
            let next = predicates.len();
            let predicate = *predicates.entry((subject, &triple.predicate)).or_insert(next);
            placed.push((subject, predicate, triple));
        }
        placed.sort_by_key(|(subject, predicate, _)| (*subject, *predicate));
        placed.into_iter().map(|(_, _, triple)| triple).collect()
    }

    /// Forgets the triples, but not what several services share (institutions, words of lists): that is described in the
    /// part of a stream that was written already.
    pub(super) fn next_part(&mut self) {
        self.triples.clear();
    }

    /// Whether a thing that several others share is still to be described; true once.
    pub(super) fn first(&mut self, thing: &NamedNode) -> bool {
        self.described.insert(thing.as_str().to_owned())
    }

    /// What kinds of things it is.
    pub(super) fn a(&mut self, thing: &NamedNode, classes: &[&str]) {
        for class in classes {
            self.link(thing, "rdf:type", &term(class));
        }
    }

    /// An edge.
    pub(super) fn link(&mut self, from: &NamedNode, property: &str, to: &NamedNode) {
        self.triples.push(Triple::new(from.clone(), term(property), to.clone()));
    }

    /// A text without language: a name of a program, a number of a register.
    pub(super) fn plain(&mut self, of: &NamedNode, property: &str, text: &str) {
        self.literal(of, property, Literal::new_simple_literal(text));
    }

    /// A value of a type: `xsd:duration`.
    pub(super) fn typed(&mut self, of: &NamedNode, property: &str, value: &str, datatype: &str) {
        self.literal(of, property, Literal::new_typed_literal(value, term(datatype)));
    }

    /// A text in every language that it has; returns whether it had any.
    pub(super) fn texts(&mut self, of: &NamedNode, property: &str, text: &LangText) -> bool {
        let mut any = false;
        for (language, text) in text.languages().filter(|(_, text)| !text.trim().is_empty()) {
            any |= self.text(of, property, text, language);
        }
        any
    }

    /// A text in a language; a tag that is none is left out with its text.
    pub(super) fn text(&mut self, of: &NamedNode, property: &str, text: &str, language: &str) -> bool {
        let Ok(literal) = Literal::new_language_tagged_literal(text, language) else { return false };
        self.literal(of, property, literal);
        true
    }

    fn literal(&mut self, of: &NamedNode, property: &str, value: Literal) {
        self.triples.push(Triple::new(of.clone(), term(property), value));
    }
}
