//! From typed words to a query of the engine.
use std::collections::BTreeSet;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery, Occur,
    Query as Engine, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::analysis::{beginning, plain, stem};
use crate::fields::{BOOSTS, CODE_BOOST, FOLDED_FACTOR, Fields};
use crate::model::Facet;
use crate::synonyms::Unit;

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Every word as typed, the last one perhaps unfinished.
    Strict,
    /// Every word, a typing error allowed in longer words that occur nowhere.
    Forgiving,
    /// The same with two errors in long words: looking for them takes longer.
    Lenient,
    /// All words but one, with the same errors allowed.
    Most,
    /// Any of the words, with the same errors allowed.
    Any,
    /// Any of the words as typed, where it names the thing: in a title or a keyword. Asked for and never fallen back to.
    Named,
}

impl Effort {
    /// From the least to the most that is forgiven.
    pub(crate) const ALL: [Self; 5] = [Self::Strict, Self::Forgiving, Self::Lenient, Self::Most, Self::Any];

    /// Whether words may hold typing errors.
    pub(crate) const fn forgives(self) -> bool {
        !matches!(self, Self::Strict | Self::Named)
    }

    /// In so many of title, keyword and body words are looked for.
    const fn places(self) -> usize {
        if matches!(self, Self::Named) { NAMES } else { BOOSTS.len() }
    }
}

/// The first so many of title, keyword and body name a thing; the rest only mentions.
const NAMES: usize = 2;
/// Words of at most this many letters must be right; from `TWO_ERRORS` on two letters may be wrong.
const EXACT_LETTERS: usize = 4;
const TWO_ERRORS: usize = 9;
/// So must those whose stem has at most this many: with one letter wrong it is any word ("kāzas" and "kapi").
const EXACT_STEM: usize = 3;
/// Fewer letters than this do not count as the beginning of a word.
const PREFIX_LETTERS: usize = 2;
/// What the beginning of a word, and a word with an error, are worth beside the word itself.
const PREFIX_FACTOR: f32 = 0.5;
const FUZZY_FACTOR: f32 = 0.3;
/// What another word for the same is worth beside the word itself.
const SYNONYM_FACTOR: f32 = 0.8;
/// What each further field in which a word occurs adds.
const TIE: f32 = 0.1;

/// Builds queries against one state of the index.
pub(crate) struct Builder<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) searcher: &'a Searcher,
    pub(crate) effort: Effort,
}

impl Builder<'_> {
    /// What answers the words, or has one of the typed codes.
    pub(crate) fn found(&self, text: &str, units: &[Unit]) -> Box<dyn Engine> {
        let last = units.len().saturating_sub(1);
        let unfinished = |place: usize| place == last && self.effort != Effort::Named;
        let wanted = units.iter().enumerate().map(|(place, unit)| self.unit(unit, unfinished(place)));
        let words: Box<dyn Engine> = match self.effort {
            Effort::Strict | Effort::Forgiving | Effort::Lenient => all(wanted.collect()),
            Effort::Most | Effort::Any | Effort::Named => {
                let clauses: Vec<_> = wanted.map(|query| (Occur::Should, query)).collect();
                let least = if self.effort == Effort::Most { clauses.len().saturating_sub(1).max(1) } else { 1 };
                Box::new(BooleanQuery::with_minimum_required_clauses(clauses, least))
            }
        };
        Box::new(BooleanQuery::union(vec![words, codes(self.fields, text)]))
    }

    /// Titles in which a word begins with each of the words typed so far, or nearly so.
    pub(crate) fn nearly_begun(&self, words: &[String]) -> Box<dyn Engine> {
        let field = self.fields.begins[0];
        let one = |word: &String| {
            let [beginning, _] = beginning(word);
            let mut ways = vec![known(field, &beginning)];
            if word.chars().count() > EXACT_LETTERS {
                ways.push(boosted(fuzzy(field, &beginning, 1), FUZZY_FACTOR));
            }
            Box::new(DisjunctionMaxQuery::new(ways)) as Box<dyn Engine>
        };
        all(words.iter().map(one).collect())
    }

    /// Titles that say the same in other words.
    pub(crate) fn meant(&self, units: &[Unit]) -> Box<dyn Engine> {
        let titled = |words: &[String]| {
            let words = words.iter().map(|word| known(self.fields.folded[0], &plain(word)));
            all(words.collect())
        };
        let unit = |unit: &Unit| {
            let own: Vec<String> = unit.words.iter().map(|(word, _)| word.clone()).collect();
            let mut ways = vec![titled(&own)];
            let length = unit.words.len();
            ways.extend(unit.others.iter().map(|other| boosted(titled(other), share(length, other))));
            Box::new(DisjunctionMaxQuery::new(ways)) as Box<dyn Engine>
        };
        all(units.iter().map(unit).collect())
    }

    /// One unit: its words, or one of the other phrases for them. What has synonyms of its own is spelt right.
    fn unit(&self, unit: &Unit, last: bool) -> Box<dyn Engine> {
        let end = unit.words.len().saturating_sub(1);
        let known = !unit.similar && !unit.others.is_empty();
        let own = unit.words.iter().enumerate().map(|(place, (word, others))| {
            let typed = self.word(word, last && place == end, !known);
            self.with_others(typed, 1, others, 1.0)
        });
        let own = if own.len() == 0 { nothing() } else { all(own.collect()) };
        let own = if unit.leads { all(vec![own, self.named(unit)]) } else { own };
        let factor = if unit.similar { FUZZY_FACTOR } else { 1.0 };
        self.with_others(own, unit.words.len(), &unit.others, factor)
    }

    /// What the words of a unit name, or any word of what they mean; without a score of its own. Running text holds every
    /// word there is: who lost a job and shows a passport has not lost the passport, so the words of a sentence count there
    /// only where the thing is named by what the sentence means.
    fn named(&self, unit: &Unit) -> Box<dyn Engine> {
        let names = |word: &String| -> Box<dyn Engine> {
            let plain = plain(word);
            let places = self.fields.folded.iter().take(NAMES);
            Box::new(BooleanQuery::union(places.map(|field| known(*field, &plain)).collect()))
        };
        let own = unit.words.iter().map(|(word, _)| names(word)).collect();
        let meant: BTreeSet<&String> = unit.others.iter().flatten().collect();
        let ways = [all(own)].into_iter().chain(meant.into_iter().map(names));
        Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(ways.collect())), 0.0))
    }

    /// `typed`, which has so many words, or one of the other phrases, worth so much.
    fn with_others(
        &self,
        typed: Box<dyn Engine>,
        length: usize,
        others: &[Vec<String>],
        factor: f32,
    ) -> Box<dyn Engine> {
        if others.is_empty() {
            return typed;
        }
        let mut ways = vec![typed];
        for other in others {
            let words = other.iter().map(|word| self.word(word, false, false)).collect();
            ways.push(boosted(all(words), factor * share(length, other)));
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, TIE))
    }

    /// The best of all the ways in which one word may be found; `doubted`: it may hold a typing error.
    fn word(&self, word: &str, unfinished: bool, doubted: bool) -> Box<dyn Engine> {
        let stemmed = stem(word);
        let plain = plain(word);
        let wrong = doubted && self.effort.forgives() && self.is_unknown(word, &plain);
        let mut ways: Vec<Box<dyn Engine>> = Vec::new();
        for (place, boost) in BOOSTS.iter().enumerate().take(self.effort.places()) {
            let folded = boost * FOLDED_FACTOR;
            ways.extend(self.spelt(place, &stemmed, &plain));
            let begins = self.fields.begins.get(place).filter(|_| unfinished && is_beginning(word));
            if let Some(begins) = begins {
                let [beginning, _] = beginning(word);
                ways.push(boosted(known(*begins, &beginning), folded * PREFIX_FACTOR));
            }
            // Running text holds every word there is: an error there is found too easily.
            if wrong && place < NAMES {
                ways.extend(self.near(self.fields.folded[place], &plain, folded * FUZZY_FACTOR));
            }
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, TIE))
    }

    /// The word with its diacritics, and without them where that is not the same: everything that has the first has the
    /// second too, so lists of one length are one list, and it is gone through once.
    fn spelt(&self, place: usize, stemmed: &str, plain: &str) -> Vec<Box<dyn Engine>> {
        let boost = BOOSTS[place];
        let folded = Term::from_field_text(self.fields.folded[place], plain);
        let marked = self.fields.marked.get(place).map(|field| Term::from_field_text(*field, stemmed));
        let frequency = |term: &Term| self.searcher.doc_freq(term).unwrap_or_default();
        match marked {
            Some(marked) if frequency(&marked) == frequency(&folded) => {
                vec![boosted(term(folded), boost * TIE.mul_add(FOLDED_FACTOR, 1.0))]
            }
            Some(marked) => vec![boosted(term(marked), boost), boosted(term(folded), boost * FOLDED_FACTOR)],
            None => vec![boosted(term(folded), boost * FOLDED_FACTOR)],
        }
    }

    /// Words with one wrong letter; in long words also with two, which count less.
    fn near(&self, field: Field, plain: &str, boost: f32) -> Vec<Box<dyn Engine>> {
        let mut ways = vec![boosted(fuzzy(field, plain, 1), boost)];
        if self.effort != Effort::Forgiving && is_long(plain) {
            ways.push(boosted(fuzzy(field, plain, 2), boost * 0.5));
        }
        ways
    }

    /// Whether a word long enough to hold an error occurs nowhere.
    fn is_unknown(&self, word: &str, plain: &str) -> bool {
        let occurs = |field: &Field| {
            let term = Term::from_field_text(*field, plain);
            self.searcher.doc_freq(&term).is_ok_and(|frequency| frequency > 0)
        };
        let long = word.chars().count() > EXACT_LETTERS && plain.chars().count() > EXACT_STEM;
        long && !self.fields.folded.iter().any(occurs)
    }
}

/// What another phrase is worth beside the words as typed, of which there are `length`. The score of a phrase is the sum of
/// its words: one that says it longer is not worth more.
fn share(length: usize, other: &[String]) -> f32 {
    SYNONYM_FACTOR * (length as f32 / other.len().max(1) as f32).min(1.0)
}

/// Everything.
pub(crate) fn everything() -> Box<dyn Engine> {
    Box::new(AllQuery)
}

/// What was found, as far as it has all of the facets.
pub(crate) fn demanding(found: Box<dyn Engine>, facets: &Fields, demanded: &[Facet]) -> Box<dyn Engine> {
    if demanded.is_empty() {
        return found;
    }
    let mut demands = vec![(Occur::Must, found)];
    for facet in demanded {
        let exact = known(facets.facet, &facet.term());
        demands.push((Occur::Must, Box::new(ConstScoreQuery::new(exact, 0.0))));
    }
    Box::new(BooleanQuery::new(demands))
}

fn nothing() -> Box<dyn Engine> {
    Box::new(EmptyQuery)
}

/// Whether a word may hold two errors.
pub(crate) fn is_long(plain: &str) -> bool {
    plain.chars().count() >= TWO_ERRORS
}

fn is_beginning(word: &str) -> bool {
    word.chars().count() >= PREFIX_LETTERS
}

/// Things whose code is one of the typed words.
fn codes(fields: &Fields, text: &str) -> Box<dyn Engine> {
    let ways = text
        .split_whitespace()
        .map(|w| boosted(term(Term::from_field_text(fields.code, &w.to_lowercase())), CODE_BOOST));
    Box::new(BooleanQuery::union(ways.collect()))
}

fn all(mut queries: Vec<Box<dyn Engine>>) -> Box<dyn Engine> {
    match (queries.len(), queries.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            queries.extend(last);
            Box::new(BooleanQuery::intersection(queries))
        }
    }
}

fn term(term: Term) -> Box<dyn Engine> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// A term of a field that keeps only whether it occurs.
fn known(field: Field, text: &str) -> Box<dyn Engine> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

fn fuzzy(field: Field, text: &str, errors: u8) -> Box<dyn Engine> {
    Box::new(FuzzyTermQuery::new(Term::from_field_text(field, text), errors, true))
}

fn boosted(query: Box<dyn Engine>, boost: f32) -> Box<dyn Engine> {
    Box::new(BoostQuery::new(query, boost))
}
