//! A service as a set of features.

use super::SimilarKind;
use crate::Description;
use kernel::LangText;
use search::analysis::{fold, stem};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Bits of a feature that say which class it is of; the rest is a hash of the word.
const CLASS_SHIFT: u32 = 29;

/// Words that nearly every description has. They are stemmed and folded like all others.
const SILENT: &[&str] = &[
    "un",
    "vai",
    "ar",
    "bez",
    "no",
    "par",
    "pie",
    "uz",
    "pēc",
    "līdz",
    "kā",
    "kas",
    "kur",
    "ir",
    "to",
    "tas",
    "jūs",
    "jums",
    "savu",
    "pašvaldība",
    "pašvaldības",
    "novads",
    "pilsēta",
    "valstspilsēta",
    "pakalpojums",
    "iesniegums",
    "saņemt",
    "varat",
    "lai",
    "arī",
    "tikai",
    "ja",
    "and",
    "or",
    "the",
    "an",
    "of",
    "for",
    "to",
    "in",
    "on",
    "is",
    "are",
    "you",
    "your",
    "with",
    "service",
    "application",
    "apply",
    "program",
    "programs",
    "municipality",
    "municipal",
    "can",
    "that",
    "this",
    "from",
    "by",
];

/// Words before which stands the name of a place: "Cēsu novada", "Rīgas valstspilsētas".
const AFTER_PLACE: [&str; 3] = ["novad", "pasvald", "valstspilset"];

/// Acts that say how institutions work, not what a service is: Administrative Procedure Law, laws on municipalities,
/// Law on Submissions.
const GENERAL_ACTS: [&str; 4] = ["55567", "336956", "57255", "164501"];

/// What a feature is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Name = 0,
    Law = 1,
    Document = 2,
    Summary = 3,
    Cofog = 4,
    Kind = 5,
}

impl Class {
    const ALL: [Self; 6] = [Self::Name, Self::Law, Self::Document, Self::Summary, Self::Cofog, Self::Kind];

    /// How much a feature of this class counts.
    pub(super) const fn weight(self) -> u32 {
        match self {
            Self::Name | Self::Law => 4,
            Self::Document | Self::Cofog | Self::Kind => 2,
            Self::Summary => 1,
        }
    }
}

/// The features of a service in ascending order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Features(Vec<u32>);

impl Features {
    /// Of a description, in the language that it is in: Latvian first.
    pub(super) fn of(description: &Description) -> Self {
        let mut set = BTreeSet::new();
        let name = text(&description.name);
        let mut add = |class: Class, word: &str| {
            set.insert(feature(class, word));
        };
        for word in words(name) {
            add(Class::Name, &word);
        }
        for word in words(text(&description.summary)) {
            add(Class::Summary, &word);
        }
        for document in &description.documents {
            add(Class::Document, &words(text(&document.name)).join(" "));
        }
        for act in description.legal_basis.iter().filter_map(act) {
            add(Class::Law, &act);
        }
        if !description.cofog.is_empty() {
            add(Class::Cofog, &description.cofog);
        }
        if let Some(kind) = kind_of(name) {
            add(Class::Kind, kind.as_str());
        }
        Self(set.into_iter().collect())
    }

    /// As they are stored.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|feature| feature.to_le_bytes()).collect()
    }

    /// As they were stored.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let (whole, _) = bytes.as_chunks::<4>();
        Self(whole.iter().map(|feature| u32::from_le_bytes(*feature)).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Class)> {
        self.0.iter().map(|feature| (*feature, class(*feature)))
    }

    /// The words of the name, one after another: services of the same name are always compared.
    pub(super) fn name(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied().filter(|feature| class(*feature) == Class::Name)
    }

    /// What it is, if its name says so.
    pub(super) fn kind(&self) -> Option<SimilarKind> {
        let is = |kind: &&SimilarKind| self.0.contains(&feature(Class::Kind, kind.as_str()));
        SimilarKind::ALL.iter().find(is).copied()
    }
}

fn class(feature: u32) -> Class {
    Class::ALL.into_iter().find(|class| *class as u32 == feature >> CLASS_SHIFT).unwrap_or(Class::Summary)
}

fn feature(class: Class, word: &str) -> u32 {
    // FNV-1a: the same on every machine and in every version, because it is stored.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 3) | ((class as u32) << CLASS_SHIFT)
}

fn text(text: &LangText) -> &str {
    text.get(kernel::Locale::Lv)
}

/// The stems of the telling words.
fn words(text: &str) -> Vec<String> {
    static STEMS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let silent = STEMS.get_or_init(|| SILENT.iter().map(|word| plain(word)).collect());
    let all: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .map(|word| plain(&word.to_lowercase()))
        .collect();
    let place = |at: usize| all.get(at + 1).is_some_and(|next| AFTER_PLACE.iter().any(|start| next.starts_with(start)));
    let telling = |(at, word): (usize, &String)| (!silent.contains(word) && !place(at)).then(|| word.clone());
    all.iter().enumerate().filter_map(telling).collect()
}

fn plain(word: &str) -> String {
    fold(&stem(word))
}

/// What tells an act from others: its number at likumi.lv, or the words of its title.
fn act(act: &crate::LegalAct) -> Option<String> {
    let number = act.link.as_deref().filter(|link| link.contains("likumi.lv")).map(|link| {
        let path = link.split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').find(|part| part.starts_with(|c: char| c.is_ascii_digit())).unwrap_or_default()
    });
    let number: Option<String> = number
        .map(|number| number.chars().take_while(char::is_ascii_digit).collect())
        .filter(|n: &String| !n.is_empty());
    match number {
        Some(number) if GENERAL_ACTS.contains(&number.as_str()) => None,
        Some(number) => Some(number),
        None => Some(words(text(&act.title)).join(" ")).filter(|words| !words.is_empty()),
    }
}

/// By the beginnings of the words of a name.
fn kind_of(name: &str) -> Option<SimilarKind> {
    const STARTS: [(&str, SimilarKind); 16] = [
        ("atlauj", SimilarKind::Permit),
        ("buvatlauj", SimilarKind::Permit),
        ("licenc", SimilarKind::Permit),
        ("saskan", SimilarKind::Permit),
        ("permit", SimilarKind::Permit),
        ("pabalst", SimilarKind::Benefit),
        ("atlaid", SimilarKind::Benefit),
        ("kompensac", SimilarKind::Benefit),
        ("benefit", SimilarKind::Benefit),
        ("grant", SimilarKind::Benefit),
        ("izzin", SimilarKind::Certificate),
        ("apliec", SimilarKind::Certificate),
        ("certificat", SimilarKind::Certificate),
        ("registr", SimilarKind::Registration),
        ("uznems", SimilarKind::Registration),
        ("pieteiks", SimilarKind::Registration),
    ];
    let words: Vec<String> =
        name.split(|letter: char| !letter.is_alphanumeric()).map(|word| fold(&word.to_lowercase())).collect();
    STARTS.into_iter().find(|(start, _)| words.iter().any(|word| word.starts_with(start))).map(|(_, kind)| kind)
}
