//! The lists that the rules look things up in: content, read once.

use super::RepealedAct;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A phrase of offices and a plainer one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPhrase {
    find: String,
    plain: String,
}

/// The same, ready to be looked for in a text of words with single blanks between and around them.
#[derive(Debug)]
pub struct Phrase {
    /// As it stands in the list, without the mark of any ending.
    pub shown: String,
    /// With a blank before it, and behind it unless any ending fits.
    pub needle: String,
    /// What to write instead.
    pub plain: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlainFile {
    known_abbreviations: BTreeSet<String>,
    phrase: Vec<RawPhrase>,
}

/// Plain language: phrases and known abbreviations.
#[derive(Debug, Default)]
pub struct Plain {
    pub phrases: Vec<Phrase>,
    pub known_abbreviations: BTreeSet<String>,
}

/// The words of plain language.
pub fn plain() -> &'static Plain {
    static PLAIN: OnceLock<Plain> = OnceLock::new();
    PLAIN.get_or_init(|| {
        let file: PlainFile = read(include_str!("../../content/quality/plain-language.toml"));
        let phrases = file.phrase.into_iter().map(|raw| {
            let shown = raw.find.trim_end_matches('*').to_owned();
            let end = if raw.find.ends_with('*') { "" } else { " " };
            Phrase { needle: format!(" {shown}{end}"), shown, plain: raw.plain }
        });
        Plain { phrases: phrases.collect(), known_abbreviations: file.known_abbreviations }
    })
}

/// An act of the content file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAct {
    id: i64,
    title: String,
    successor: String,
    link: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActsFile {
    act: Vec<RawAct>,
}

/// Repealed acts that the platform's own list begins with.
pub fn starting_acts() -> Vec<RepealedAct> {
    let file: ActsFile = read(include_str!("../../content/quality/repealed-acts.toml"));
    let act = |RawAct { id, title, successor, link }| RepealedAct { number: id, title, successor, link };
    file.act.into_iter().map(act).collect()
}

/// Whether the classifier of the functions of government has this code: `10`, `10.4` or `10.4.0` (CAT-09).
pub fn is_cofog(code: &str) -> bool {
    cofog_codes().contains(code)
}

/// Every code of that classifier.
pub fn cofog_codes() -> &'static BTreeSet<&'static str> {
    static CODES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    CODES.get_or_init(|| include_str!("../../content/quality/cofog.txt").split_whitespace().collect())
}

/// Content of the program is right or a test fails; should it be wrong all the same, the list is empty.
fn read<T: Default + for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| {
        tracing::error!(%error, "a list of quality control cannot be read");
        T::default()
    })
}
