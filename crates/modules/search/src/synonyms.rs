//! Other words for what people type. The owner supplies the rules; here they become a table that is looked up by stem.
use std::collections::HashMap;

use crate::analysis::{all_words, is_silent, plain, words};

/// At most so many words make a phrase.
const LONGEST_PHRASE: usize = 5;
/// So many words that say nothing may stand between those of the longest phrase.
const BETWEEN: usize = 2;

/// One rule. Phrases are compared by their stems and without diacritics, so any ending and any order will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// Phrases people type.
    pub words: Vec<String>,
    /// Phrases that are searched for as well.
    pub means: Vec<String>,
    /// Whether all of these phrases mean the same; otherwise only `words` lead to `means`.
    pub two_way: bool,
}

/// The rules, ready to be looked up.
#[derive(Debug, Default)]
pub struct Synonyms {
    /// By the stems of a phrase, in the order of the alphabet.
    table: HashMap<Vec<String>, Known>,
    longest: usize,
}

/// What the rules say of a phrase.
#[derive(Debug)]
struct Known {
    /// Other phrases for it.
    others: Vec<Vec<String>>,
    /// Whether it only leads to them: a sentence about what happened, and no name like theirs.
    one_way: bool,
}

/// What was typed, cut into the longest phrases that have synonyms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The words as typed, each with other phrases for it alone.
    pub(crate) words: Vec<(String, Vec<Vec<String>>)>,
    /// Other phrases for all of the words together.
    pub(crate) others: Vec<Vec<String>>,
    /// Whether several words together only lead to `others`: where they stand apart they say something else.
    pub(crate) leads: bool,
    /// Whether `others` belong to a word that is only similar to the one typed.
    pub(crate) similar: bool,
}

impl Synonyms {
    /// From rules.
    #[must_use]
    pub fn new(rules: &[Synonym]) -> Self {
        let mut synonyms = Self::default();
        for rule in rules {
            let all = || rule.words.iter().chain(&rule.means);
            let typed: Vec<&String> = if rule.two_way { all().collect() } else { rule.words.iter().collect() };
            for phrase in typed {
                let others = if rule.two_way { all().collect() } else { rule.means.iter().collect::<Vec<_>>() };
                synonyms.add(phrase, others, !rule.two_way);
            }
        }
        synonyms
    }

    /// How many phrases have synonyms.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    fn add(&mut self, phrase: &str, others: Vec<&String>, one_way: bool) {
        // Words that say nothing by themselves may decide in a phrase: "bez darba".
        let key = key(all_words(phrase).iter().map(|word| plain(word)));
        if key.is_empty() || key.len() > LONGEST_PHRASE {
            return;
        }
        self.longest = self.longest.max(key.len());
        let known = self.table.entry(key.clone()).or_insert_with(|| Known { others: Vec::new(), one_way });
        known.one_way &= one_way;
        for other in others.into_iter().map(|other| words(other)) {
            let same = self::key(other.iter().map(|word| plain(word))) == key;
            if !other.is_empty() && !same && !known.others.contains(&other) {
                known.others.push(other);
            }
        }
    }

    /// Cuts all the typed words into units; words that say nothing stand only inside phrases, or alone. `forgiving`: one
    /// typing error in a long word is overlooked where the word itself has no synonyms.
    pub(crate) fn units(&self, typed: &[String], forgiving: bool) -> Vec<Unit> {
        let said: Vec<Said> = typed.iter().map(|word| Said { stem: plain(word), silent: is_silent(word) }).collect();
        let single = |at: usize| {
            let known = self.table.get(std::slice::from_ref(&said[at].stem));
            known.map(|known| known.others.clone()).unwrap_or_default()
        };
        let (mut units, mut silent) = (Vec::new(), Vec::new());
        let mut place = 0;
        while place < typed.len() {
            let (end, whole) = match self.phrase(&said, place) {
                Some((end, known)) => (end, Some(known)),
                None => (place + 1, None),
            };
            let says_nothing = whole.is_none() && said[place].silent;
            let similar = whole.is_none() && forgiving;
            let leads = end - place > 1 && whole.is_some_and(|known| known.one_way);
            let others = match whole {
                Some(known) => known.others.clone(),
                None if forgiving => self.near(&said[place].stem),
                None => Vec::new(),
            };
            let words: Vec<_> = (place..end)
                .filter(|at| end - place == 1 || !said[*at].silent)
                .map(|at| (typed[at].clone(), if end - place > 1 { single(at) } else { Vec::new() }))
                .collect();
            let list = if says_nothing { &mut silent } else { &mut units };
            list.push(Unit { words, others, leads, similar });
            place = end;
        }
        if units.is_empty() { silent } else { units }
    }

    /// Where the longest phrase with synonyms that begins at a word ends, and what is known of it. Its words may
    /// stand in any order, and between them some that say nothing. Each try is one look into the table, so the number of
    /// rules does not matter.
    fn phrase(&self, said: &[Said], from: usize) -> Option<(usize, &Known)> {
        if self.table.is_empty() {
            return None;
        }
        let furthest = said.len().min(from + self.longest + BETWEEN);
        (from + 1..=furthest).rev().find_map(|end| {
            let words = said.get(from..end)?;
            let whole = self.table.get(&key(words.iter().map(|word| word.stem.clone())));
            let known = whole.or_else(|| self.table.get(&telling(words)?))?;
            Some((end, known))
        })
    }

    /// Other phrases for a word that differs from `stem` by one typing error.
    fn near(&self, stem: &str) -> Vec<Vec<String>> {
        if stem.chars().count() < 5 {
            return Vec::new();
        }
        let near = self.table.iter().filter(|(key, _)| matches!(key.as_slice(), [one] if one_error(one, stem)));
        let mut others: Vec<Vec<String>> = near.flat_map(|(_, known)| known.others.iter().cloned()).collect();
        others.sort();
        others.dedup();
        others
    }
}

/// One of the typed words.
struct Said {
    stem: String,
    /// Whether it says nothing by itself.
    silent: bool,
}

/// What a phrase is looked up by.
fn key(stems: impl Iterator<Item = String>) -> Vec<String> {
    let mut key: Vec<String> = stems.collect();
    key.sort_unstable();
    key
}

/// The same without the words between its first and its last that say nothing; none where there are no such words.
fn telling(words: &[Said]) -> Option<Vec<String>> {
    if words.first()?.silent || words.last()?.silent {
        return None;
    }
    let key = key(words.iter().filter(|word| !word.silent).map(|word| word.stem.clone()));
    (key.len() < words.len()).then_some(key)
}

/// Whether two words differ by one letter: another, one more, one less, or two that changed places.
fn one_error(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 if head == short.len() => false,
        0 => {
            let swapped = head + 1 < short.len()
                && short[head] == long[head + 1]
                && short[head + 1] == long[head]
                && short[head + 2..] == long[head + 2..];
            swapped || short[head + 1..] == long[head + 1..]
        }
        1 => short[head..] == long[head + 1..],
        _ => false,
    }
}
