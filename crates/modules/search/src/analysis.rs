//! Latvian text analysis: from running text to the terms of the index.
mod filter;
mod fold;
mod stem;

use tantivy::tokenizer::{LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenizerManager};

pub use fold::fold;
pub use stem::stem;

/// Analyzer that keeps diacritics: lower case, stem.
pub(crate) const MARKED: &str = "lv";
/// Analyzer that drops diacritics: lower case, stem, fold. The stem comes first because endings are told apart by their marks.
pub(crate) const FOLDED: &str = "lv_folded";
/// Analyzer for codes: split at blanks only, lower case.
pub(crate) const CODE: &str = "code";
/// Longer "words" are not words; bytes.
const LONGEST: usize = 60;

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

/// The lower-case words of a query, without those that say nothing ("par", "the") unless nothing else was typed.
pub(crate) fn words(text: &str) -> Vec<String> {
    let all: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && w.len() <= LONGEST)
        .map(str::to_lowercase)
        .collect();
    let telling: Vec<String> = all.iter().filter(|w| !SILENT.contains(&w.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Words that people type around what they look for. Sorted by language; short on purpose.
const SILENT: &[&str] = &[
    "un", "vai", "ar", "bez", "no", "par", "pie", "uz", "pēc", "pec", "līdz", "lidz", "kā", "ka", "kur", "kas", "es",
    "man", "ir", "and", "or", "the", "a", "an", "of", "for", "to", "in", "on", "how", "do", "i", "my", "is",
];
