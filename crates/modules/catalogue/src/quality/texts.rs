//! Checks of single texts.

use super::elements::{self, Place};
use super::lists::{Plain, plain};
use super::plain::{Measured, badly_spaced, capitals, has_markup, is_abbreviation, words};
use super::rules::Check;
use super::{Out, Rule};
use crate::Description;
use kernel::LangText;
use std::collections::BTreeSet;

/// A text of a description, taken apart.
pub struct Text<'a> {
    place: Place,
    text: &'a LangText,
    lv: Measured,
}

/// Every text, taken apart once for all rules.
pub fn measured(description: &Description) -> Vec<Text<'_>> {
    let texts = elements::texts(description).into_iter();
    texts.map(|(place, text)| Text { place, text, lv: Measured::new(&text.lv) }).collect()
}

/// Runs one rule over all texts that it looks at.
pub fn run(rule: &Rule, texts: &[Text<'_>], out: &mut Out<'_>) {
    if rule.check == Check::Abbreviation {
        return abbreviations(rule, texts, out);
    }
    for text in texts.iter().filter(|text| rule.looks_at(text.place.pattern)) {
        check(&rule.check, text, out);
    }
}

fn check(check: &Check, text: &Text<'_>, out: &mut Out<'_>) {
    let path = text.place.path.as_str();
    let (lv, en) = (text.text.lv.as_str(), text.text.en.as_str());
    let either = |test: &dyn Fn(&str) -> bool| test(lv) || test(en);
    match *check {
        Check::TextMissing if lv.trim().is_empty() => out.add(path),
        Check::LatvianMissing if lv.trim().is_empty() && !en.trim().is_empty() => out.add(path),
        Check::EnglishMissing if !lv.trim().is_empty() && en.trim().is_empty() => out.add(path),
        Check::EnglishIdentical if is_copied(lv, en) => out.add(path),
        Check::TooLong { most } => {
            let count = lv.chars().count().max(en.chars().count());
            if count > most {
                out.with(path, [("count", count.to_string()), ("most", most.to_string())]);
            }
        }
        Check::TooShort { least } => {
            let count = lv.trim().chars().count();
            if (1..least).contains(&count) {
                out.with(path, [("count", count.to_string()), ("least", least.to_string())]);
            }
        }
        Check::SentencesLong { most_words } if text.lv.words_per_sentence() > most_words => {
            let words = text.lv.words_per_sentence().to_string();
            out.with(path, [("words", words), ("most", most_words.to_string())]);
        }
        Check::WordsLong { letters, most_percent, least_words } if text.lv.words >= least_words => {
            let percent = text.lv.long_words_percent(letters);
            if percent > most_percent {
                out.with(path, [("percent", percent.to_string()), ("letters", letters.to_string())]);
            }
        }
        Check::Officialese => officialese(plain(), text, out),
        Check::Passive { most } if text.lv.passives() > most => {
            out.with(path, [("count", text.lv.passives().to_string())]);
        }
        Check::Capitals { letters } => {
            let (count, run) = [capitals(lv), capitals(en)].into_iter().max().unwrap_or_default();
            if count >= letters {
                out.with(path, [("text", run)]);
            }
        }
        Check::Spacing if either(&badly_spaced) => out.add(path),
        Check::Markup if either(&has_markup) => out.add(path),
        _ => {}
    }
}

/// The same words in both languages, and words that differ between languages: not `IBAN`, not `Covid-19`.
fn is_copied(lv: &str, en: &str) -> bool {
    let (lv, en) = (lv.trim(), en.trim());
    lv == en && words(lv).filter(|word| word.chars().any(char::is_lowercase)).count() > 1
}

fn officialese(plain: &Plain, text: &Text<'_>, out: &mut Out<'_>) {
    let mut told: Vec<&str> = Vec::new();
    for phrase in &plain.phrases {
        // `normatīvajos aktos noteiktajā kārtībā` tells already what `noteiktajā kārtībā` would.
        let within = told.iter().any(|longer| longer.contains(phrase.shown.as_str()));
        if !within && text.lv.flat.contains(&phrase.needle) {
            told.push(&phrase.shown);
            out.with(text.place.path.as_str(), [("phrase", phrase.shown.clone()), ("plain", phrase.plain.clone())]);
        }
    }
}

/// Each abbreviation once, at its first place, unless it stands in brackets somewhere behind the words it stands for.
fn abbreviations(rule: &Rule, texts: &[Text<'_>], out: &mut Out<'_>) {
    let known = &plain().known_abbreviations;
    let mut explained: Option<BTreeSet<&str>> = None;
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for text in texts.iter().filter(|text| rule.looks_at(text.place.pattern)) {
        for word in words(&text.text.lv).filter(|word| is_abbreviation(word) && !known.contains(*word)) {
            let explained = explained.get_or_insert_with(|| in_brackets(texts));
            if !explained.contains(word) && told.insert(word) {
                out.with(text.place.path.as_str(), [("text", word.to_owned())]);
            }
        }
    }
}

fn in_brackets<'a>(texts: &[Text<'a>]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for text in texts {
        let pieces = text.text.lv.split('(').skip(1).filter_map(|piece| piece.split(')').next());
        found.extend(pieces.flat_map(|piece| words(piece).filter(|word| is_abbreviation(word))));
    }
    found
}
