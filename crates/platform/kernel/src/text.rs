//! Languages and texts in them: Latvian first, English beside it.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Latvian, the state language.
    #[default]
    Lv,
    /// English.
    En,
}

impl Locale {
    /// Every language, Latvian first.
    pub const ALL: [Self; 2] = [Self::Lv, Self::En];

    /// The BCP 47 tag, also the first part of a page's path.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lv => "lv",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Locale {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "lv" => Ok(Self::Lv),
            "en" => Ok(Self::En),
            _ => Err(Error::invalid("unknown-language").arg("language", text)),
        }
    }
}

/// A text in Latvian and English, and in any further language somebody has written or translated it into.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct LangText {
    /// Latvian.
    pub lv: String,
    /// English.
    pub en: String,
    /// Further languages by BCP 47 tag: `uk`, `de`.
    #[serde(flatten, skip_serializing_if = "BTreeMap::is_empty")]
    pub other: BTreeMap<String, String>,
}

impl LangText {
    /// A text in both languages.
    #[must_use]
    pub fn new(lv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { lv: lv.into(), en: en.into(), other: BTreeMap::new() }
    }

    /// The text in `locale`, or in the other language where this one is empty: a text in the wrong language serves
    /// better than none.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        let (wanted, other) = match locale {
            Locale::Lv => (&self.lv, &self.en),
            Locale::En => (&self.en, &self.lv),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// The text in the language of this tag, if there is one.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        let text = match tag {
            "lv" => Some(self.lv.as_str()),
            "en" => Some(self.en.as_str()),
            _ => self.other.get(tag).map(String::as_str),
        };
        text.filter(|text| !text.is_empty())
    }

    /// Every language the text is in, with the text: Latvian, English, then the others.
    pub fn languages(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = [("lv", self.lv.as_str()), ("en", self.en.as_str())];
        let other = self.other.iter().map(|(tag, text)| (tag.as_str(), text.as_str()));
        own.into_iter().chain(other).filter(|(_, text)| !text.is_empty())
    }
}

/// Whether a text holds what looks like a personal code: eleven digits, together or parted after the sixth as people part
/// them, by a hyphen or a dash, with blanks around it or a blank alone. A telephone number with its `+` is none. For texts of
/// people who are not known, which must hold none.
#[must_use]
pub fn holds_personal_code(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    // Where each row of digits begins, and the place behind its end.
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for (at, _) in signs.iter().enumerate().filter(|(_, sign)| sign.is_ascii_digit()) {
        match rows.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => rows.push((at, at + 1)),
        }
    }
    let of_telephone = |start: usize| start.checked_sub(1).and_then(|before| signs.get(before)) == Some(&'+');
    rows.iter().enumerate().any(|(n, &(start, end))| match end - start {
        11 => !of_telephone(start),
        6 => rows.get(n + 1).is_some_and(|&(next, last)| last - next == 5 && part_a_code(&signs[end..next])),
        _ => false,
    })
}

fn part_a_code(between: &[char]) -> bool {
    let is_blank = |sign: &char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}');
    let is_dash = |sign: &char| matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    match between {
        [one] => is_blank(one) || is_dash(one),
        [one, two] => (is_blank(one) && is_dash(two)) || (is_dash(one) && is_blank(two)),
        [one, two, three] => is_blank(one) && is_dash(two) && is_blank(three),
        _ => false,
    }
}
