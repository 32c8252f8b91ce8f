//! The engine of the demonstration: replaces the phrases and words of a small glossary and leaves the rest as it is. It
//! shows where translations stand and how they are marked, not how well an engine translates.

use crate::port::Translator;
use async_trait::async_trait;
use kernel::Result;
use std::collections::HashMap;

const GLOSSARY: &str = include_str!("../../content/glossary.csv");
/// The longest phrase of the glossary, in words.
const LONGEST: usize = 5;

/// Replaces words from Latvian into English, Ukrainian, Russian and German.
#[derive(Debug, Clone)]
pub struct DemoTranslator {
    /// By target language: lower-case Latvian phrase and its translation.
    words: HashMap<&'static str, HashMap<String, &'static str>>,
}

impl Default for DemoTranslator {
    fn default() -> Self {
        let mut lines = GLOSSARY.lines();
        let targets: Vec<&str> = lines.next().unwrap_or_default().split(';').skip(1).collect();
        let mut words: HashMap<&str, HashMap<String, &str>> = HashMap::new();
        for line in lines {
            let mut cells = line.split(';');
            let phrase = cells.next().unwrap_or_default();
            for (target, cell) in targets.iter().zip(cells) {
                words.entry(target).or_default().insert(phrase.to_owned(), cell);
            }
        }
        Self { words }
    }
}

impl DemoTranslator {
    /// The name that people read: it says what this is.
    pub const NAME: &'static str = "paraugs, kas aizstāj atsevišķus vārdus";

    fn one(&self, text: &str, to: &str) -> String {
        let Some(words) = self.words.get(to) else { return text.to_owned() };
        let pieces = pieces(text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < pieces.len() {
            match longest(&pieces[at..], words) {
                Some((used, found)) => {
                    out.push_str(&cased(pieces[at], found));
                    at += used;
                }
                None => {
                    out.push_str(pieces[at]);
                    at += 1;
                }
            }
        }
        out
    }
}

/// Words, and what stands between them, in turn.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    let mut inside: Option<bool> = None;
    for (at, sign) in text.char_indices() {
        let word = sign.is_alphanumeric();
        if inside.is_some_and(|was| was != word) {
            pieces.push(&text[begin..at]);
            begin = at;
        }
        inside = Some(word);
    }
    pieces.push(&text[begin..]);
    pieces
}

/// The longest phrase of the glossary that begins here, with the number of pieces it takes.
fn longest<'a>(pieces: &[&str], words: &HashMap<String, &'a str>) -> Option<(usize, &'a str)> {
    let begins = pieces.first().is_some_and(|first| first.starts_with(char::is_alphanumeric));
    let most = (LONGEST * 2 - 1).min(pieces.len());
    (1..=most).rev().filter(|used| begins && used % 2 == 1).find_map(|used| {
        let phrase = pieces[..used].concat().to_lowercase();
        words.get(&phrase).map(|found| (used, *found))
    })
}

/// With a capital where the original has one.
fn cased(original: &str, found: &str) -> String {
    let capital = original.chars().next().is_some_and(char::is_uppercase);
    let mut signs = found.chars();
    match signs.next() {
        Some(first) if capital => first.to_uppercase().chain(signs).collect(),
        _ => found.to_owned(),
    }
}

#[async_trait]
impl Translator for DemoTranslator {
    async fn translate(&self, texts: &[String], from: &str, to: &str) -> Result<Vec<String>> {
        let known = from == "lv";
        Ok(texts.iter().map(|text| if known { self.one(text, to) } else { text.clone() }).collect())
    }

    fn name(&self) -> &str {
        Self::NAME
    }
}
