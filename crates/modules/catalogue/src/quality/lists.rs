//! The lists that the rules look things up in: content, read once.

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

/// An act that is not in force any more.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepealedAct {
    /// Its number at likumi.lv.
    pub id: u64,
    /// Its title.
    pub title: String,
    /// What stands in its place.
    pub successor: String,
    /// The page of that.
    pub link: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActsFile {
    act: Vec<RepealedAct>,
}

/// Acts that are known to be repealed.
pub fn repealed_acts() -> &'static [RepealedAct] {
    static ACTS: OnceLock<Vec<RepealedAct>> = OnceLock::new();
    ACTS.get_or_init(|| read::<ActsFile>(include_str!("../../content/quality/repealed-acts.toml")).act)
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
