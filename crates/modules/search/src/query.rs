//! From typed words to a query of the engine.
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query as Engine, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analysis::{fold, stem};
use crate::fields::{BOOSTS, CODE_BOOST, FOLDED_FACTOR, Fields};
use crate::model::Query;

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Every word as typed, the last one perhaps unfinished.
    Strict,
    /// Every word, one typing error allowed in words of more than four letters.
    Forgiving,
    /// Any of the words, with the same errors allowed.
    Any,
}

/// Words of at most this many letters must be right.
const EXACT_LETTERS: usize = 4;
/// Fewer letters than this do not count as the beginning of a word.
const PREFIX_LETTERS: usize = 2;
/// What the beginning of a word, and a word with an error, are worth beside the word itself.
const PREFIX_FACTOR: f32 = 0.5;
const FUZZY_FACTOR: f32 = 0.3;

/// The engine's query for the whole question.
pub(crate) fn build(fields: &Fields, query: &Query, words: &[String], effort: Effort) -> Box<dyn Engine> {
    let occur = if effort == Effort::Any { Occur::Should } else { Occur::Must };
    let last = words.len().saturating_sub(1);
    let mut clauses: Vec<(Occur, Box<dyn Engine>)> =
        words.iter().enumerate().map(|(place, w)| (occur, word(fields, w, place == last, effort))).collect();
    let codes = codes(fields, &query.text);
    let text: Box<dyn Engine> = Box::new(BooleanQuery::new(std::mem::take(&mut clauses)));
    let wanted: Box<dyn Engine> = Box::new(BooleanQuery::union(vec![text, codes]));
    if query.facets.is_empty() {
        return wanted;
    }
    let mut demands = vec![(Occur::Must, wanted)];
    for facet in &query.facets {
        let exact = term(fields.facet, &facet.term());
        demands.push((Occur::Must, Box::new(ConstScoreQuery::new(exact, 0.0))));
    }
    Box::new(BooleanQuery::new(demands))
}

/// Titles in which some word starts with each of the words.
pub(crate) fn prefix_of_title(fields: &Fields, words: &[String]) -> Box<dyn Engine> {
    let clauses = words.iter().map(|word| {
        let mut ways = vec![boosted(term(fields.folded[0], &fold(&stem(word))), 2.0)];
        ways.extend(prefix(fields.folded[0], word, 1.0));
        (Occur::Must, Box::new(DisjunctionMaxQuery::new(ways)) as Box<dyn Engine>)
    });
    Box::new(BooleanQuery::new(clauses.collect()))
}

/// The best of all the ways in which one word may be found.
fn word(fields: &Fields, word: &str, last: bool, effort: Effort) -> Box<dyn Engine> {
    let stemmed = stem(word);
    let plain = fold(&stemmed);
    let mut ways: Vec<Box<dyn Engine>> = Vec::new();
    for (place, boost) in BOOSTS.iter().enumerate() {
        let folded = boost * FOLDED_FACTOR;
        if let Some(marked) = fields.marked.get(place) {
            ways.push(boosted(term(*marked, &stemmed), *boost));
        }
        ways.push(boosted(term(fields.folded[place], &plain), folded));
        if last {
            ways.extend(prefix(fields.folded[place], word, folded * PREFIX_FACTOR));
        }
        if effort != Effort::Strict && word.chars().count() > EXACT_LETTERS {
            let near = FuzzyTermQuery::new(Term::from_field_text(fields.folded[place], &plain), 1, true);
            ways.push(boosted(Box::new(near), folded * FUZZY_FACTOR));
        }
    }
    // A little is added for each further field in which the word occurs.
    Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, 0.1))
}

/// The unfinished word as typed, without its diacritics: a stem is already shorter than the word, so it is not stemmed.
fn prefix(field: Field, word: &str, boost: f32) -> Option<Box<dyn Engine>> {
    if word.chars().count() < PREFIX_LETTERS {
        return None;
    }
    let begins = FuzzyTermQuery::new_prefix(Term::from_field_text(field, &fold(word)), 0, true);
    Some(boosted(Box::new(begins), boost))
}

/// Things whose code is one of the typed words.
fn codes(fields: &Fields, text: &str) -> Box<dyn Engine> {
    let ways = text.split_whitespace().map(|w| boosted(term(fields.code, &w.to_lowercase()), CODE_BOOST));
    Box::new(BooleanQuery::union(ways.collect()))
}

fn term(field: Field, text: &str) -> Box<dyn Engine> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Engine>, boost: f32) -> Box<dyn Engine> {
    Box::new(BoostQuery::new(query, boost))
}
