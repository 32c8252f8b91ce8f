//! Measures of plain language for Latvian: sentences, words, passive, abbreviations.

/// A text taken apart once for all measures.
#[derive(Debug)]
pub struct Measured {
    /// Number of sentences, at least one in a text with words.
    pub sentences: usize,
    /// Number of words.
    pub words: usize,
    /// Words in lower case with single blanks between and around them.
    pub flat: String,
}

impl Measured {
    /// Takes a text apart.
    pub fn new(text: &str) -> Self {
        let mut flat = String::with_capacity(text.len() + 2);
        flat.push(' ');
        let mut count = 0;
        for word in words(text) {
            flat.extend(word.chars().flat_map(char::to_lowercase));
            flat.push(' ');
            count += 1;
        }
        Self { sentences: if count == 0 { 0 } else { sentences(text) }, words: count, flat }
    }

    /// Words per sentence, rounded down.
    pub fn words_per_sentence(&self) -> usize {
        self.words.checked_div(self.sentences).unwrap_or_default()
    }

    /// Percent of words with at least so many letters.
    pub fn long_words_percent(&self, letters: usize) -> usize {
        let long = self.flat.split_whitespace().filter(|word| word.chars().count() >= letters).count();
        (long * 100).checked_div(self.words).unwrap_or_default()
    }

    /// How often something *is done* without anybody doing it: a form of `tikt` and a passive participle behind it.
    pub fn passives(&self) -> usize {
        let words: Vec<&str> = self.flat.split_whitespace().collect();
        let is_done = |pair: &&[&str]| {
            let [verb, participle] = pair else { return false };
            ["tiek", "tika", "tiks", "tiktu", "netiek", "netika", "netiks"].contains(verb)
                && ["ts", "ta", "ti", "tas", "tu"].iter().any(|end| participle.ends_with(end))
        };
        words.windows(2).filter(is_done).count()
    }
}

/// The words of a text: letters and digits, with marks between two of them (`e-pasts`).
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\u{2019}');
    parts.map(|word| word.trim_matches(['-', '\u{2019}'])).filter(|word| !word.is_empty())
}

/// A sentence ends with a full stop, question or exclamation mark behind a letter or bracket and before a capital, or with
/// the text. `1. martā` and `u. c. dokumenti` end none.
fn sentences(text: &str) -> usize {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut count = 1;
    for (at, c) in chars.iter().enumerate() {
        if !matches!(c, '.' | '?' | '!' | '…' | '\n') {
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        if before.is_some_and(|before| before.is_ascii_digit()) && *c == '.' {
            continue;
        }
        let next = chars.iter().skip(at + 1).find(|next| !next.is_whitespace() && !"”\"»)".contains(**next));
        let parted = chars.get(at + 1).is_none_or(|after| after.is_whitespace() || "”\"»)".contains(*after));
        if next.is_some_and(|next| next.is_uppercase() || next.is_ascii_digit()) && (parted || *c == '\n') {
            count += 1;
        }
    }
    count
}

/// Whether a word is an abbreviation of capitals: `VSAA`, `EDS`, not `Rīga`, not `B`.
pub fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters) && letters == word.chars().count() && word.chars().all(char::is_uppercase)
}

/// Letters of the longest run of words that are all capitals, and that run.
pub fn capitals(text: &str) -> (usize, String) {
    let mut best = (0, String::new());
    let mut run: Vec<&str> = Vec::new();
    let letters = |run: &[&str]| run.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic()).count();
    for word in words(text).chain(["."]) {
        let capital = word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
        if capital {
            run.push(word);
            continue;
        }
        let shouted = run.len() > 1 || run.first().is_some_and(|only| only.chars().count() > 8);
        if shouted && letters(&run) > best.0 {
            best = (letters(&run), run.join(" "));
        }
        run.clear();
    }
    best
}

/// Two blanks in a row, blanks at the ends, or one before a comma or full stop.
pub fn badly_spaced(text: &str) -> bool {
    text.trim() != text || ["  ", " ,", " ;", " . "].iter().any(|bad| text.contains(bad)) || text.ends_with(" .")
}

/// A tag or character reference of HTML.
pub fn has_markup(text: &str) -> bool {
    let tag = text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default().trim_start_matches('/');
        rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains('>')
    });
    tag || ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|reference| text.contains(reference))
}
