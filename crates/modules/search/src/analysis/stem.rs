//! A light stemmer for Latvian, after Krēsliņš: it strips the ending and undoes the palatalisation the ending caused.

/// An ending, the number of vowels the whole word must exceed, and whether the ending palatalises what stands before it.
type Ending = (&'static str, usize, bool);

/// Tried in this order; the first that fits is stripped.
const ENDINGS: &[Ending] = &[
    ("ajiem", 3, false),
    ("ajai", 3, false),
    ("ajam", 2, false),
    ("ajām", 2, false),
    ("ajos", 2, false),
    ("ajās", 2, false),
    ("iem", 2, true),
    ("ajā", 2, false),
    ("ais", 2, false),
    ("ai", 2, false),
    ("ei", 2, false),
    ("ām", 1, false),
    ("am", 1, false),
    ("ēm", 1, false),
    ("īm", 1, false),
    ("im", 1, false),
    ("um", 1, false),
    ("us", 1, true),
    ("as", 1, false),
    ("ās", 1, false),
    ("es", 1, false),
    ("os", 1, true),
    ("ij", 1, false),
    ("īs", 1, false),
    ("ēs", 1, false),
    ("is", 1, false),
    ("ie", 1, false),
    ("u", 1, true),
    ("a", 1, true),
    ("i", 1, true),
    ("e", 1, false),
    ("ā", 1, false),
    ("ē", 1, false),
    ("ī", 1, false),
    ("ū", 1, false),
    ("o", 1, false),
    ("s", 0, false),
    ("š", 0, false),
];

/// Consonant pairs and what they were before palatalisation.
const PAIRS: &[(&str, &str)] = &[
    ("pj", "p"),
    ("bj", "b"),
    ("mj", "m"),
    ("vj", "v"),
    ("šņ", "sn"),
    ("žņ", "zn"),
    ("šļ", "sl"),
    ("žļ", "zl"),
    ("ļņ", "ln"),
    ("ļļ", "ll"),
    ("č", "c"),
    ("ļ", "l"),
    ("ņ", "n"),
];

/// The last letters of all endings.
const LAST_LETTERS: [char; 13] = ['m', 'i', 's', 'j', 'e', 'u', 'a', 'ā', 'ē', 'ī', 'ū', 'o', 'š'];

/// Letters that must remain.
const SHORTEST: usize = 3;

/// The stem of a lower-case word; words too short to have an ending come back unchanged.
pub fn stem(word: &str) -> String {
    // No ending ends in another letter: most foreign words are done here.
    if !word.ends_with(LAST_LETTERS) {
        return word.to_owned();
    }
    let vowels = word.chars().filter(|c| "aeiouāēīū".contains(*c)).count();
    for (ending, more_than, palatalises) in ENDINGS {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        if vowels > *more_than && rest.chars().count() >= SHORTEST {
            return if *palatalises { unpalatalise(rest, ending) } else { rest.to_owned() };
        }
    }
    word.to_owned()
}

fn unpalatalise(rest: &str, ending: &str) -> String {
    // Only the genitive plural in -u changes these two.
    let genitive: &[(&str, &str)] = if ending.starts_with('u') { &[("kš", "kst"), ("ņņ", "nn")] } else { &[] };
    for (changed, original) in genitive.iter().chain(PAIRS) {
        if let Some(head) = rest.strip_suffix(changed) {
            return format!("{head}{original}");
        }
    }
    rest.to_owned()
}
