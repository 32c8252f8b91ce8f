//! Latvian text analysis: from running text to the terms of the index.
mod filter;
mod silent;
mod stem;

use tantivy::tokenizer::{LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenizerManager};

pub use kernel::fold;
pub(crate) use silent::is_silent;
pub use stem::stem;

/// Analyzer that keeps diacritics: lower case, stem.
pub(crate) const MARKED: &str = "lv";
/// Analyzer that drops diacritics: lower case, stem, fold. The stem comes first because endings are told apart by their marks.
pub(crate) const FOLDED: &str = "lv_folded";
/// Analyzer for codes: split at blanks only, lower case.
pub(crate) const CODE: &str = "code";
/// Longer "words" are not words; bytes.
const LONGEST: usize = 60;
/// Beginnings of words are kept from this many letters on, and up to so many.
const BEGINNING: std::ops::RangeInclusive<usize> = 2..=10;
/// Stands before the beginnings of the first word of a text.
const FIRST: char = '^';

/// Makes the analyzers known to an index.
pub(crate) fn register(tokenizers: &TokenizerManager) {
    tokenizers.register(MARKED, marked());
    tokenizers.register(FOLDED, folded());
    let code = TextAnalyzer::builder(tantivy::tokenizer::WhitespaceTokenizer::default()).filter(LowerCaser);
    tokenizers.register(CODE, code.build());
}

fn marked() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(filter::Rewrite(stem))
        .build()
}

fn folded() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(filter::Rewrite(stem))
        .filter(filter::Rewrite(fold))
        .build()
}

/// The lower-case words of a query.
pub(crate) fn all_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && w.len() <= LONGEST)
        .map(str::to_lowercase)
        .collect()
}

/// The words of a query without those that say nothing ("par", "the") unless nothing else was typed.
pub(crate) fn words(text: &str) -> Vec<String> {
    let all = all_words(text);
    let telling: Vec<String> = all.iter().filter(|w| !is_silent(w)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// The words of what is still being typed, in the ways to read it, the likelier first. The first letter of a further word
/// says nothing yet, and a word that says nothing may be the beginning of one that does: "bērna pie".
pub(crate) fn words_begun(text: &str) -> Vec<Vec<String>> {
    let mut words = words(text);
    let letter = words.last().is_some_and(|word| word.chars().count() < *BEGINNING.start());
    if letter && words.len() > 1 {
        words.pop();
    }
    let last = all_words(text).pop().filter(|last| is_silent(last) && !words.contains(last));
    let open = text.ends_with(char::is_alphanumeric);
    let begun = last.filter(|last| open && last.chars().count() >= *BEGINNING.start());
    let longer: Option<Vec<String>> = begun.map(|begun| words.iter().cloned().chain([begun]).collect());
    longer.into_iter().chain([words]).collect()
}

/// One word as the folded fields keep it: stem first, then without diacritics.
pub(crate) fn plain(word: &str) -> String {
    fold(&stem(word))
}

/// Every beginning of every word of a text, without diacritics, separated by blanks; those of its first word once more
/// with a mark, so that a text that begins with what was typed can come first.
pub(crate) fn beginnings(text: &str) -> String {
    let mut all = String::with_capacity(text.len() * 6);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && w.len() <= LONGEST);
    for (place, word) in words.enumerate() {
        let letters: Vec<char> = fold(&word.to_lowercase()).chars().collect();
        let shortest = *BEGINNING.start().min(&letters.len());
        for length in shortest..=letters.len().min(*BEGINNING.end()) {
            let beginning = letters.iter().take(length);
            if place == 0 {
                all.push(FIRST);
                all.extend(beginning.clone());
                all.push(' ');
            }
            all.extend(beginning);
            all.push(' ');
        }
    }
    all
}

/// The beginning that a typed word stands for: anywhere in a text, and at its start.
pub(crate) fn beginning(word: &str) -> [String; 2] {
    let plain: String = fold(word).chars().take(*BEGINNING.end()).collect();
    let first = format!("{FIRST}{plain}");
    [plain, first]
}

/// Whether a text has every word of a phrase, in any ending and with or without diacritics; an empty phrase is in none.
#[must_use]
pub fn holds(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (words(text), words(phrase));
    let stems: Vec<String> = text.iter().map(|word| plain(word)).collect();
    !phrase.is_empty() && phrase.iter().all(|word| stems.contains(&plain(word)))
}

/// The same where a word may also be unfinished: at least two letters with which a word of the text begins. For lists
/// that are short enough to be gone through.
#[must_use]
pub fn holds_begun(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (all_words(text), words(phrase));
    let known = |typed: &String| {
        let (stemmed, letters) = (plain(typed), fold(typed));
        let begun = letters.chars().count() >= *BEGINNING.start();
        text.iter().any(|word| plain(word) == stemmed || (begun && fold(word).starts_with(&letters)))
    };
    !phrase.is_empty() && phrase.iter().all(known)
}
