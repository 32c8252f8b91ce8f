//! What is asked of the index, and what it answers.
use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::Locale;

use crate::{Facet, Synonyms};

/// Nobody types more, in characters.
const LONGEST: usize = 200;

/// A question to the index.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The words as typed. Without a searchable word nothing is found, unless `all` says so.
    pub text: String,
    /// Everything in the owner's order where `text` has neither letters nor digits.
    pub all: bool,
    /// Any of the words is enough, but only as typed (or as its synonyms say it) and where it names the thing: in a title
    /// or a keyword. What is found so may be meant, and the answer says that it is only similar.
    pub named: bool,
    /// Properties every hit must have; what lacks one of them is not counted either.
    pub facets: Vec<Facet>,
    /// Properties that were picked from the counts: one of each name is enough. The counts of a name do not depend on
    /// what was picked under that name, so that people see what else they could pick.
    pub chosen: Vec<Facet>,
    /// Name of a property that makes one hit of all documents that share it: the best stands for them, and they count
    /// once.
    pub once: Option<String>,
    /// Whether properties are counted.
    pub count: bool,
    /// Other words for what was typed.
    pub synonyms: Option<Arc<Synonyms>>,
    /// Factors for the relevance of single documents, by id: 2.0 doubles it.
    pub boosts: Vec<(String, f32)>,
    /// At most this many hits.
    pub limit: usize,
    /// Skip this many hits.
    pub offset: usize,
}

impl Query {
    /// The first hits for these words. Of a longer text its beginning is looked for: every word costs time, and a thousand of
    /// them cost everybody else's.
    #[must_use]
    pub fn new(text: impl Into<String>, limit: usize) -> Self {
        let mut text = text.into();
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
        }
        Self { text, limit, ..Self::default() }
    }
}

/// A document that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Relevance; comparable within one answer only.
    pub score: f32,
}

/// One page of hits, most relevant first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// How many documents answer the query, on all pages.
    pub total: u64,
    /// Whether another page exists.
    pub more: bool,
    /// Whether the words were not found as typed and similar ones are shown instead.
    pub relaxed: bool,
    /// How many documents have each property, if counting was asked for.
    pub counts: BTreeMap<Facet, u64>,
}

/// A question while somebody types.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// What was typed so far.
    pub text: String,
    /// The language of the titles that are shown.
    pub locale: Locale,
    /// Properties every suggestion must have, one of each name.
    pub facets: Vec<Facet>,
    /// Name of a property that makes one suggestion of all documents that share it.
    pub once: Option<String>,
    /// Only titles that begin so: nothing that means the same or is written nearly so.
    pub begun: bool,
    /// Other words for what was typed, used where no title begins so.
    pub synonyms: Option<Arc<Synonyms>>,
    /// At most this many.
    pub limit: usize,
}

/// A title offered while typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the document.
    pub id: String,
    /// Its title in the reader's language, or in the other one when there is only that.
    pub title: String,
}
